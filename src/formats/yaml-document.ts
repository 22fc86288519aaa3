import { Composer, LineCounter, Parser, type CST, type Document } from 'yaml';
import { oddCharacter, oddCharacterInWords } from './yaml-characters.ts';
import { unfitNodes } from './yaml-fitness.ts';

/** A fault in a file: where it is, counted from 1, the path of keys that leads there, and what is wrong in one sentence. */
export interface Fault {
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly message: string;
}

/** A YAML text that has been read: its tree, which knows where everything stands, and its plain value. */
export interface YamlText {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  readonly value: unknown;
}

/** What a text may hold at most: bytes and levels of nesting; and how many faults are told. */
const bounds = { bytes: 2 * 1024 * 1024, depth: 40, faults: 50 } as const;

/**
 * Reads a YAML text with the guards that a stranger's file needs. Refuses one that is too large or too deep, that holds characters no
 * text has, a key twice, tags, or aliases that could grow or go round in circles. Gives every fault that it can see at once.
 */
export function readYaml(text: string): YamlText | { readonly faults: readonly Fault[] } {
  const at = (line: number, column: number, message: string) => ({ faults: [{ line, column, path: '', message }] });
  if (text.length > bounds.bytes || Buffer.byteLength(text) > bounds.bytes) return at(1, 1, 'This file is larger than 2 MB, which is more than a case needs.');
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const place = (offset: number): { readonly line: number; readonly column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const odd = oddCharacter(text);
  if (odd !== null) return { faults: [{ ...place(odd), path: '', message: `Here is ${oddCharacterInWords}.` }] };
  const deep = tooDeep(tokens);
  if (deep !== null) return { faults: [{ ...place(deep), path: '', message: `This is nested more than ${bounds.depth} levels deep.` }] };
  const documents = [...new Composer({ prettyErrors: false, uniqueKeys: false, keepSourceTokens: false }).compose(tokens, true, text.length)];
  const [document, second] = documents;
  if (document === undefined) return at(1, 1, 'This file is empty.');
  if (second !== undefined) return { faults: [{ ...place(second.range[0]), path: '', message: 'A second document begins here; a file holds one case.' }] };
  const broken = [...document.errors, ...document.warnings].map(({ pos, code, message }) => ({ ...place(pos[0]), path: '', message: inWords(code, message) }));
  if (broken.length > 0) return { faults: broken.slice(0, bounds.faults) };
  const unfit = unfitNodes(document).map(({ offset, path, message }) => ({ ...place(offset), path, message }));
  if (unfit.length > 0) return { faults: unfit.slice(0, bounds.faults) };
  return { document, lines, value: document.toJS({ maxAliasCount: -1 }) as unknown };
}

/** Where the nesting first goes too deep, or null. Walks the raw tokens with a stack of its own, since composing them recurses. */
function tooDeep(tokens: readonly CST.Token[]): number | null {
  const open: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > bounds.depth) return 'offset' in token ? token.offset : 0;
    if (token.type === 'document' && token.value !== undefined) open.push({ token: token.value, depth });
    if ('items' in token)
      for (const { key, value } of token.items as readonly CST.CollectionItem[])
        for (const child of [key, value]) if (child != null) open.push({ token: child, depth: depth + 1 });
  }
  return null;
}


/** What the YAML reader found, without its code. */
function inWords(code: string, message: string): string {
  if (code === 'TAG_RESOLVE_FAILED') return 'Tags (!) are not used in a case.';
  const [sentence = ''] = message.split('\n');
  return `This is not well-formed YAML: ${sentence.replace(/[.:]?$/, '.')}`;
}
