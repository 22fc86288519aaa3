import { isPointsTable } from './csv/read.ts';

/** What a file is, by what is in it. */
export type Recognised =
  | { readonly kind: 'parley' | 'case' | 'csv' | 'genius-xml' | 'negolog-json' | 'other' }
  | { readonly kind: 'negmas' | 'geniusweb-json'; readonly part: 'domain' | 'profile' };

/**
 * What a text is: a scenario or a part of one in some format, a case, or something else. Its name plays no part. A text that is plainly
 * meant as one of these and has faults is still recognised, so that the faults can be told.
 */
export function recognised(text: string): Recognised {
  const begins = text.trimStart().charAt(0);
  if (begins === '<')
    return { kind: /<(?:negotiation_template|utility_space)[\s>/]/.test(text) ? 'genius-xml' : 'other' };
  if (begins === '{' || begins === '[') return inJson(text);
  if (isPointsTable(text)) return { kind: 'csv' };
  return inYaml(text);
}

function inJson(text: string): Recognised {
  const has = (key: string) => new RegExp(`"${key}"\\s*:`).test(text);
  if (has('parley-scenario')) return { kind: 'parley' };
  if (has('LinearAdditiveUtilitySpace') || has('issueUtilities')) return { kind: 'geniusweb-json', part: 'profile' };
  if (has('issuesValues')) return { kind: 'geniusweb-json', part: 'domain' };
  if (has('issueWeights')) return { kind: 'negolog-json' };
  if (/"issues"\s*:\s*\[/.test(text)) return { kind: 'negmas', part: 'domain' };
  return utilityFunction.test(text) ? { kind: 'negmas', part: 'profile' } : { kind: 'other' };
}

function inYaml(text: string): Recognised {
  const has = (key: string) => new RegExp(`^["']?${key}["']?[ \\t]*:`, 'm').test(text);
  if (has('parley-scenario')) return { kind: 'parley' };
  if (has('parley')) return { kind: 'case' };
  if (hasListOfIssues(text)) return { kind: 'negmas', part: 'domain' };
  return has('type') && utilityFunction.test(text) ? { kind: 'negmas', part: 'profile' } : { kind: 'other' };
}

/** The type of a utility function by the names that NegMAS gives its own. */
const utilityFunction = /["']?type["']?\s*:\s*["']?[\w.]*(?:UtilityFunction|UFun)\b/;

/** Whether the text has a key “issues” at its top, followed by a list. */
function hasListOfIssues(text: string): boolean {
  const key = /^issues[ \t]*:[ \t]*/m.exec(text);
  if (key === null) return false;
  let at = key.index + key[0].length;
  if (text[at] === '[') return true;
  for (;;) {
    const line = /[ \t]*(?:#[^\n]*)?\r?\n/y;
    line.lastIndex = at;
    const blank = line.exec(text);
    if (blank === null) return /[ \t]*-/y.test(text.slice(at, at + 200));
    at += blank[0].length;
  }
}
