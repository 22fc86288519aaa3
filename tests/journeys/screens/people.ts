/** One person of the invented case for every role in it, and whether somebody before has pages of the same kinds. */
export const people = [
  { name: 'Ines Maro', role: 'a mediator in the lead', again: false },
  { name: 'Tomas Reyl', role: 'a supporting mediator', again: true },
  { name: 'Oskar Fenn', role: 'an observer', again: false },
  { name: 'Hana Brekk', role: 'a delegate of one side', again: false },
  { name: 'Karim Dace', role: 'a delegate of the other side', again: true },
  { name: 'Vera Quist', role: 'a reader', again: false },
] as const;
