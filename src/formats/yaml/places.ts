import { isMap, isNode, isScalar, isSeq } from 'yaml';
import type { YamlText } from './document.ts';

/** The keys and places that lead to something in a file. */
export type Path = readonly (string | number)[];

/** A path as text: `history[3].say.words`. */
export const pathInWords = (path: Path): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');

/** Where something stands in a text, counted from 1: its value, or the key itself; what is not there stands where the nearest thing around it begins. */
export function placeOf(
  { document, lines }: YamlText,
  path: Path,
  aim: 'value' | 'key' = 'value',
): { readonly line: number; readonly column: number } {
  let node: unknown = document.contents;
  let offset = offsetOf(node) ?? 0;
  for (const [depth, part] of path.entries()) {
    const pair = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part))
      : undefined;
    const next = pair === undefined ? (isSeq(node) ? node.items[Number(part)] : undefined) : pair.value;
    if (pair === undefined && next === undefined) break;
    const asKey =
      pair !== undefined && ((aim === 'key' && depth === path.length - 1) || !isScalar(next) || next.value === null);
    offset = (asKey ? offsetOf(pair.key) : offsetOf(next)) ?? offsetOf(pair?.key) ?? offset;
    node = next;
  }
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

const offsetOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);
