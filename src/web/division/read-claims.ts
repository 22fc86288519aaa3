import { division } from '../../analysis/index.ts';
import type { Division } from '../../domain/index.ts';
import { numberIn, typedLine, typedWords } from '../agenda/typed.ts';
import { numberedLines, problemOnLine, type NumberedLine } from '../conflict/numbered-lines.ts';
import { isProblem, problemWith, type Form, type Problem } from '../form.ts';

/** Reads a division as typed, or its first fault, with its field and line. */
export function readClaims(form: Form): Omit<Division, 'kind' | 'sources'> | Problem {
  const title = typedLine(form, 'title', 'Give it a title.');
  if (typeof title !== 'string') return title;
  const first = typedLine(form, 'first', 'Name the first side.');
  if (typeof first !== 'string') return first;
  const second = typedLine(form, 'second', 'Name the second side.');
  if (typeof second !== 'string') return second;
  if (first === second) return problemWith('second', 'Give the two sides different names.');
  const lines = numberedLines(form, 'items');
  const items: Item[] = [];
  for (const line of lines) {
    const item = readItem(line, [first, second]);
    if (isProblem(item)) return item;
    if (items.some(({ name }) => name === item.name))
      return problemOnLine('items', line.line, `“${item.name}” stands twice. Give each item one line.`);
    items.push(item);
  }
  const reading = form.text('reading') === 'scaled' ? 'scaled' : 'as stated';
  const claims: division.Claims = {
    parties: [first, second],
    items: items.map(({ name }) => name),
    points: [items.map(({ points }) => points[0]), items.map(({ points }) => points[1])],
  };
  const divided = division.adjustedWinner(claims, reading);
  if ('refused' in divided) {
    const words = division.claimsRefusedInWords(divided, claims);
    const line = 'item' in divided ? lines[divided.item]?.line : undefined;
    if (divided.refused === 'points do not sum to 100')
      return problemWith('items', `${words} Mend them, or choose to scale them below.`);
    return line === undefined ? problemWith('items', words) : problemOnLine('items', line, words);
  }
  const basis = typedWords(form, 'basis');
  return typeof basis === 'string' ? { title, basis, claims, reading } : basis;
}

interface Item {
  readonly name: string;
  readonly points: readonly [number, number];
}

/** Reads `Sinai: 35; 55`: an item, a colon, and the points of the first and of the second side. */
function readItem({ line, text }: NumberedLine, [first, second]: readonly [string, string]): Item | Problem {
  const [, name = '', points = ''] = /^(.*):([^:]*)$/.exec(text) ?? [];
  const item = name.trim().replace(/\s+/g, ' ');
  const form = `write the item, a colon, the points of ${first}, a semicolon and those of ${second}, such as “House: 15; 10”.`;
  if (item === '' || item.length > 200) return problemOnLine('items', line, form);
  const numbers = points.split(/[;/]|,\s/).map(numberIn);
  const [one, other] = numbers;
  if (numbers.length !== 2 || one == null || other == null) return problemOnLine('items', line, form);
  const negative = [one, other].findIndex((number) => number < 0);
  if (negative >= 0)
    return problemOnLine('items', line, `${negative === 0 ? first : second} cannot give ${item} less than 0 points.`);
  return { name: item, points: [one, other] };
}
