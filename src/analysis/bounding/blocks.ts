import { frontierOf, type Entangled } from '../frontier/index.ts';
import type { Package } from '../scenario.ts';
import { eachPackage, totalsOf, type Scores } from '../scores.ts';
import { inOrder, undominated } from './undominated.ts';

/**
 * Scores as blocks that add up freely: issues that bonds tie together make one block, and each of its allowed combinations is one
 * place. `of[party][place]` is what a place gives; block b has the places from `first[b]` to `first[b + 1]`, the last not included.
 */
export interface Blocks {
  readonly parties: number;
  readonly count: number;
  readonly first: Int32Array;
  readonly of: readonly Float64Array[];
  /** The package with one place chosen for each block. */
  packageOf(chosen: ArrayLike<number>): Package;
}

/** The most combinations of answers that one block is listed by. */
const mostCombinations = 2 ** 16;

/**
 * The blocks of some scores. With `efficient`, places that give no party more and some party less than another place of the block are left
 * out, and of equal ones all but the first: no best package is lost. Refuses issues that bonds tie together in too many combinations.
 * A block without places means that no package is allowed.
 */
export function blocksOf(scores: Scores, keep: 'efficient' | 'all'): Blocks | Entangled {
  const groups = groupsOf(scores);
  const first = new Int32Array(groups.length + 1);
  const tables: Table[] = [];
  for (const [b, group] of groups.entries()) {
    const table = tableOf(scores, group, keep);
    if ('refused' in table) return table;
    tables.push(table);
    first[b + 1] = first[b]! + table.size;
  }
  const of = scores.parties.map((_, p) => {
    const column = new Float64Array(first[groups.length]!);
    for (const [b, table] of tables.entries()) column.set(table.of[p]!, first[b]);
    return column;
  });
  return {
    parties: scores.parties.length,
    count: groups.length,
    first,
    of,
    packageOf(chosen) {
      const pack = scores.sizes.map(() => 0);
      for (const [b, group] of groups.entries()) {
        const answers = tables[b]!.answersAt(chosen[b]! - first[b]!);
        for (const [j, issue] of group.entries()) pack[issue] = answers[j]!;
      }
      return pack;
    },
  };
}

/** The issues in groups that no bond crosses, each in the order of the issues. */
function groupsOf(scores: Scores): number[][] {
  const leader = scores.sizes.map((_, i) => i);
  const find = (i: number): number => (leader[i] === i ? i : (leader[i] = find(leader[i]!)));
  for (const bond of scores.bonds) for (const i of bond.scope) leader[find(i)] = find(bond.scope[0]!);
  const groups = new Map<number, number[]>();
  for (const i of scores.sizes.keys()) groups.set(find(i), [...(groups.get(find(i)) ?? []), i]);
  return [...groups.values()];
}

/** What the places of one block give, and which answers to its issues they are. */
interface Table {
  readonly size: number;
  readonly of: readonly Float64Array[];
  answersAt(place: number): readonly number[];
}

function tableOf(scores: Scores, group: readonly number[], keep: 'efficient' | 'all'): Table | Entangled {
  const combinations = group.reduce((product, i) => product * scores.sizes[i]!, 1);
  if (combinations <= mostCombinations) return listed(part(scores, group), combinations, keep);
  const limit = mostCombinations;
  if (keep === 'all')
    return { refused: 'too many combinations of bound issues', issue: group[0]!, states: combinations, limit };
  const frontier = frontierOf(part(scores, group), { individuallyRational: false });
  if ('refused' in frontier) return { ...frontier, issue: group[frontier.issue]! };
  if (frontier.exact !== true)
    return { refused: 'too many combinations of bound issues', issue: group[0]!, states: combinations, limit };
  return { size: frontier.size, of: frontier.totals, answersAt: (place) => frontier.packageAt(place) };
}

/** The scores of these issues alone, which no bond ties to others. */
function part(scores: Scores, group: readonly number[]): Scores {
  return {
    ...scores,
    sizes: group.map((i) => scores.sizes[i]!),
    of: scores.of.map((issues) => group.map((i) => issues[i]!)),
    bonds: scores.bonds
      .filter((bond) => bond.scope.some((i) => group.includes(i)))
      .map((bond) => ({ ...bond, scope: bond.scope.map((i) => group.indexOf(i)) })),
    floors: scores.floors.map(() => -Infinity),
  };
}

/** Every allowed combination of answers, or those of them that are efficient. */
function listed(scores: Scores, combinations: number, keep: 'efficient' | 'all'): Table {
  const of = scores.parties.map(() => new Float64Array(combinations));
  const codes: number[] = [];
  let code = 0;
  for (const pack of eachPackage(scores.sizes)) {
    const totals = totalsOf(scores, pack);
    if (totals !== null) {
      for (let p = 0; p < of.length; p++) of[p]![codes.length] = totals[p]!;
      codes.push(code);
    }
    code++;
  }
  const all = codes.map((_, i) => i);
  const kept = keep === 'all' ? all : undominated(of, inOrder(of, codes.length));
  return {
    size: kept.length,
    of: of.map((column) => Float64Array.from(kept, (i) => column[i]!)),
    answersAt(place) {
      let rest = codes[kept[place]!]!;
      return scores.sizes.map((size) => {
        const answer = rest % size;
        rest = (rest - answer) / size;
        return answer;
      });
    },
  };
}
