import type { Choice } from './choice.ts';

/**
 * The shortest circles among choices, each as the places of its choices in turn, starting from the first of them that was made: a chosen
 * over b, b over c (or the same as c), c over a. At least one of them says "rather". None if all choices are transitive.
 */
export function cyclesIn(choices: readonly Choice[]): readonly (readonly number[])[] {
  const steps = choices.flatMap(({ kind, packages: [first, second] }, choice) => {
    const there = { choice, from: first.join(), to: second.join() };
    return kind === 'same' ? [there, { choice, from: there.to, to: there.from }] : [there];
  });
  const found = new Map<string, readonly number[]>();
  choices.forEach(({ kind, packages: [first, second] }, choice) => {
    if (kind === 'same') return;
    for (const way of shortestWays(steps, second.join(), first.join())) {
      const circle = [choice, ...way];
      const start = circle.indexOf(Math.min(...circle));
      const turned = [...circle.slice(start), ...circle.slice(0, start)];
      found.set(turned.join(), turned);
    }
  });
  const least = Math.min(...[...found.values()].map((circle) => circle.length));
  return [...found.values()].filter((circle) => circle.length === least).sort((a, b) => firstDifference(a, b));
}

interface Step {
  readonly choice: number;
  readonly from: string;
  readonly to: string;
}

// All shortest ways, in breadth; at most a thousand are followed.
function shortestWays(steps: readonly Step[], from: string, to: string): readonly (readonly number[])[] {
  let ways: readonly { readonly at: string; readonly choices: readonly number[] }[] = [{ at: from, choices: [] }];
  const seen = new Set([from]);
  while (ways.length > 0) {
    const arrived = ways.filter((way) => way.at === to);
    if (arrived.length > 0) return arrived.map((way) => way.choices);
    ways = ways
      .flatMap((way) =>
        steps
          .filter((step) => step.from === way.at && !seen.has(step.to))
          .map((step) => ({ at: step.to, choices: [...way.choices, step.choice] })),
      )
      .slice(0, 1000);
    for (const way of ways) seen.add(way.at);
  }
  return [];
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  const j = a.findIndex((c, k) => c !== b[k]);
  return j === -1 ? 0 : a[j]! - b[j]!;
}
