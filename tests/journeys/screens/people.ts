/** One person of the invented case for every role in it. */
export const people = [
  { name: 'Ines Maro', role: 'a mediator in the lead' },
  { name: 'Tomas Reyl', role: 'a supporting mediator' },
  { name: 'Oskar Fenn', role: 'an observer' },
  { name: 'Hana Brekk', role: 'a delegate of one side' },
  { name: 'Karim Dace', role: 'a delegate of the other side' },
  { name: 'Vera Quist', role: 'a reader' },
] as const;
