import { Composer, Lexer, LineCounter, Parser, type CST, type Document } from 'yaml';
import { oddCharacter, oddCharacterInWords } from './characters.ts';
import { unfitNodes } from './fitness.ts';

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

/** What a text may hold at most: bytes, pieces of syntax, and levels of nesting; and how many faults are told. */
const bounds = { bytes: 2 * 1024 * 1024, pieces: 400_000, depth: 40, faults: 50 } as const;

/**
 * Reads a YAML text with the guards that a stranger's file needs. Refuses one that is too large or too deep, that holds characters no
 * text has, a key twice, tags, or aliases that could grow or go round in circles. Gives every fault that it can see at once. `what` is what the file holds, for the words of faults.
 */
export function readYaml(
  text: string,
  what: 'case' | 'scenario' = 'case',
): YamlText | { readonly faults: readonly Fault[] } {
  const at = (line: number, column: number, message: string) => ({ faults: [{ line, column, path: '', message }] });
  if (text.length > bounds.bytes || Buffer.byteLength(text) > bounds.bytes)
    return at(1, 1, `This file is larger than 2 MB, which is more than a ${what} needs.`);
  const lines = new LineCounter();
  const tokens = tokensIn(text, lines, what);
  const place = (offset: number): { readonly line: number; readonly column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const odd = oddCharacter(text);
  if (odd !== null) return { faults: [{ ...place(odd), path: '', message: `Here is ${oddCharacterInWords}.` }] };
  if ('stop' in tokens) return { faults: [{ ...place(tokens.stop), path: '', message: tokens.message }] };
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, keepSourceTokens: false });
  const [document, second] = [...composer.compose(tokens, true, text.length)];
  if (document === undefined || document.contents === null) return at(1, 1, 'This file is empty.');
  if (second !== undefined) return { faults: [{ ...place(second.range[0]), path: '', message: secondDocument(what) }] };
  const broken = [...document.errors, ...document.warnings].map(({ pos, code, message }) => ({
    ...place(pos[0]),
    path: '',
    message: inWords(code, message, what),
  }));
  if (broken.length > 0) return { faults: broken.slice(0, bounds.faults) };
  const unfit = unfitNodes(document).map(({ offset, path, message }) => ({ ...place(offset), path, message }));
  if (unfit.length > 0) return { faults: unfit.slice(0, bounds.faults) };
  return { document, lines, value: document.toJS({ maxAliasCount: -1 }) as unknown };
}

const secondDocument = (what: string) => `A second document begins here; a file holds one ${what}.`;

/** The raw tokens of a text, or where they become too many or go too deep. Watches the parser as it goes, since composing deep tokens recurses. */
function tokensIn(
  text: string,
  lines: LineCounter,
  what: string,
): readonly CST.Token[] | { readonly stop: number; readonly message: string } {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  lines.addNewLine(0);
  let pieces = 0;
  let errors = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'error') errors += 1;
      if (errors > bounds.faults)
        return { stop: token.offset, message: 'This is not well-formed YAML, here and in many places before.' };
      if (token.type === 'document' && tokens.some((other) => other !== token && other.type === 'document'))
        return { stop: token.offset, message: secondDocument(what) };
    }
    pieces += 1;
    if (pieces > bounds.pieces)
      return { stop: parser.offset, message: `This file has more in it than a ${what} needs.` };
    if (parser.stack.length > bounds.depth && parser.stack.filter((token) => 'items' in token).length > bounds.depth)
      return { stop: parser.offset - lexeme.length, message: `This is nested more than ${bounds.depth} levels deep.` };
  }
  return [...tokens, ...parser.end()];
}

/** What the YAML reader found, without its code. */
function inWords(code: string, message: string, what: string): string {
  if (code === 'TAG_RESOLVE_FAILED') return `Tags (!) are not used in a ${what}.`;
  const [sentence = ''] = message.split('\n');
  return `This is not well-formed YAML: ${sentence.replace(/[.:]?$/, '.')}`;
}
