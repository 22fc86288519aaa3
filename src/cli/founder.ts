import type { CaseScript, ScriptPerson } from '../domain/index.ts';

/** A script opened by the person of this name: one of its lead mediators, who then comes first, or somebody new who joins them. */
export function openedBy(script: CaseScript, name: string): CaseScript {
  const leads = script.institutions.filter(({ standing }) => standing === 'lead').map(({ key }) => key);
  const there = script.people.find(
    (person) => person.name === name && person.role.kind === 'mediator' && leads.includes(person.role.institution),
  );
  const [institution = ''] = leads;
  const opens: ScriptPerson = there ?? { key: freeKey(script), name, role: { kind: 'mediator', institution } };
  return { ...script, people: [opens, ...script.people.filter((person) => person !== opens)] };
}

function freeKey({ people }: CaseScript): string {
  const taken = new Set(people.map(({ key }) => key));
  for (let nth = 1; ; nth += 1) if (!taken.has(`lead-${nth}`)) return `lead-${nth}`;
}
