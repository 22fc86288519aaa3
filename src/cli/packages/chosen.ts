import type { solutions } from '../../analysis/index.ts';
import { solutionIn } from '../analyse/analyse.ts';
import type { Threads } from '../progress/threads.ts';
import { agendaOn, questionOn, type Ground } from './ground.ts';
import { packageNamed, placeOf, type NamedPackage } from './named-package.ts';

/** How a package was named: one of these. */
export interface Naming {
  readonly text: string | undefined;
  readonly solution: string | undefined;
  readonly offer: string | undefined;
}

/** The package that somebody named, or why there is none. */
export async function chosenPackage(
  { text, solution, offer }: Naming,
  ground: Ground,
  budget: number,
  threads: Threads,
): Promise<NamedPackage> {
  if (text !== undefined) return packageNamed(text, agendaOn(ground.scenario));
  if (offer !== undefined) return offered(offer, ground);
  return chosenBy(solution as solutions.SolutionName, ground, budget, threads);
}

async function chosenBy(
  name: solutions.SolutionName,
  ground: Ground,
  budget: number,
  threads: Threads,
): Promise<NamedPackage> {
  const question = questionOn(ground, budget);
  const found = await solutionIn(threads, question, name);
  const [first, ...others] = found.chosen;
  if (first === undefined) return { refused: found.sentence };
  const pack = agendaOn(ground.scenario).map(({ answers }, i) => {
    const answer = first.package[i]?.answer ?? '';
    return answers.kind === 'options'
      ? answers.options.indexOf(String(answer))
      : answers.numbers.indexOf(Number(answer));
  });
  const tied = others.length === 0 ? [] : [`${others.length + 1} points tie for it; this is the first of them.`];
  return { pack, notes: [found.sentence, ...tied] };
}

function offered(name: string, { scenario, offers }: Ground): NamedPackage {
  const names = scenario.profiles.map(({ party }) => party);
  const party = placeOf(name, names);
  if (party === null) return { refused: `There is no party “${name}”; there are ${names.join(', ')}.` };
  const offer = offers[party] ?? [];
  const pack = offer.filter((answer) => answer !== null);
  if (pack.length === 0) return { refused: `${names[party] ?? name} has made no offer that is known here.` };
  const open = offer.flatMap((answer, i) => (answer === null ? [`“${scenario.issues[i]?.name ?? ''}”`] : []));
  if (open.length > 0) return { refused: `${names[party] ?? name} has not answered ${open.join(', ')}.` };
  return { pack, notes: [] };
}
