import type { Method } from '../method.ts';
import type { Preference } from './model.ts';
import { matches, parsePattern } from './pattern.ts';
import { isRefused, refuse, type ConflictRefusal } from './refusal.ts';
import { holds, parseStatement, type Statement } from './statement.ts';
import type { State } from './states.ts';

/** What the pages say of option prioritising. */
export const optionPrioritisingMethod: Method = {
  name: 'Option prioritising',
  definition:
    'Ranks the states by an ordered list of statements: a state that makes an earlier statement true is preferred to one that does not, whatever the later ones say.',
  assumes:
    'That each statement matters more than all later ones together, and that what is not stated does not matter.',
  misleads:
    'When a decision maker would trade one important wish for several lesser ones; and when two states that it would not call equal make the same statements true.',
  source: 'Hipel, Kilgour, Fang & Peng 1997; Fang, Hipel, Kilgour & Peng 2003',
};

/**
 * How much one decision maker likes each state: whole numbers from 0, higher is better, equal is equally good. Only their order
 * means anything. Refuses rankings that miss, repeat or invent states, and statements that cannot be read; `where` names the place.
 */
export function likingOf(
  preference: Preference,
  states: readonly State[],
  options: readonly string[],
  maker: string,
  where: string,
): Int32Array | ConflictRefusal {
  switch (preference.kind) {
    case 'ranking':
      return byRanking(preference.groups, states, options.length, maker, `${where}.groups`);
    case 'statements':
      return byStatements(preference.statements, states, options, maker, `${where}.statements`);
  }
}

function byRanking(
  groups: readonly (readonly (number | string)[])[],
  states: readonly State[],
  options: number,
  maker: string,
  where: string,
): Int32Array | ConflictRefusal {
  const liking = new Int32Array(states.length).fill(-1);
  const empty = groups.findIndex((group) => group.length === 0);
  if (empty >= 0)
    return refuse('emptyGroup', `${where}[${empty}]`, `The ranking of ${maker} has a group without a state.`);
  for (const [g, group] of groups.entries())
    for (const [m, member] of group.entries()) {
      const at = `${where}[${g}][${m}]`;
      const found = statesNamed(member, states, options, maker, at);
      if (isRefused(found)) return found;
      for (const state of found) {
        if (liking[state] !== -1)
          return refuse(
            'rankedTwice',
            at,
            `The ranking of ${maker} has state ${state + 1} (${states[state]!.pattern}) twice.`,
          );
        liking[state] = groups.length - 1 - g;
      }
    }
  const missed = states.flatMap((state, s) => (liking[s] === -1 ? [`${s + 1} (${state.pattern})`] : []));
  if (missed.length > 0) {
    const shown = missed.slice(0, 8).join(', ') + (missed.length > 8 ? ` and ${missed.length - 8} more` : '');
    return refuse(
      'rankingMisses',
      where,
      `The ranking of ${maker} misses ${missed.length === 1 ? 'state' : 'states'} ${shown}.`,
    );
  }
  return liking;
}

function statesNamed(
  member: number | string,
  states: readonly State[],
  options: number,
  maker: string,
  where: string,
): readonly number[] | ConflictRefusal {
  if (typeof member === 'number') {
    if (Number.isInteger(member) && member >= 1 && member <= states.length) return [member - 1];
    return refuse(
      'unknownState',
      where,
      `The ranking of ${maker} names state ${member}; the states run from 1 to ${states.length}.`,
    );
  }
  const pattern = parsePattern(member, options, where);
  if (isRefused(pattern)) return pattern;
  const found = states.flatMap((state, s) => (state.combinations.some((c) => matches(pattern, c)) ? [s] : []));
  if (found.length === 0)
    return refuse('unknownState', where, `The ranking of ${maker} names ${member}, which matches no feasible state.`);
  return found;
}

function byStatements(
  texts: readonly string[],
  states: readonly State[],
  options: readonly string[],
  maker: string,
  where: string,
): Int32Array | ConflictRefusal {
  if (texts.length === 0)
    return refuse(
      'noStatements',
      where,
      `${maker} has no preference statement; to one who likes all states equally give a ranking with one group.`,
    );
  const statements: Statement[] = [];
  for (const [place, text] of texts.entries()) {
    const statement = parseStatement(text, options);
    if ('fault' in statement)
      return refuse(
        statement.fault,
        `${where}[${place}]`,
        `In “${text}”, statement ${place + 1} of ${maker}: ${statement.words}`,
      );
    statements.push(statement);
  }
  const keys: string[] = [];
  for (const [s, state] of states.entries()) {
    const [key, ...others] = state.combinations.map((c) => statements.map((it) => (holds(it, c) ? '1' : '0')).join(''));
    const differing = others.find((other) => other !== key);
    if (differing !== undefined) {
      const place = statements.findIndex((_, i) => differing[i] !== key![i]);
      return refuse(
        'alikeDiffer',
        `${where}[${place}]`,
        `The combinations of state ${s + 1} (${state.pattern}) are said to be alike, and “${texts[place]}”, statement ${place + 1} of ${maker}, is true of some of them only.`,
      );
    }
    keys.push(key!);
  }
  // Of two strings of 0 and 1, alphabetical order is the order of the first statement that tells them apart.
  const levels = new Map([...new Set(keys)].sort().map((key, level) => [key, level]));
  return Int32Array.from(keys, (key) => levels.get(key)!);
}
