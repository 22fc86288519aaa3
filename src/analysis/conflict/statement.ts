/** A statement about options that is true or false of each state. */
export type Statement =
  | { readonly kind: 'option'; readonly option: number }
  | { readonly kind: 'not'; readonly of: Statement }
  | { readonly kind: 'and' | 'or' | 'if' | 'iff'; readonly left: Statement; readonly right: Statement };

/** Why a statement cannot be read: the character at which it goes wrong (from 1), and a sentence. */
export interface StatementFault {
  readonly fault: 'statementSyntax' | 'unknownOption' | 'ambiguousOption';
  readonly at: number;
  readonly words: string;
}

/**
 * Reads a preference statement of option prioritising (Hipel, Kilgour, Fang & Peng 1997): option numbers from 1 or names in double
 * quotes, `-` not, `&` and, `|` or, brackets, and between two of these `if` or `iff`. `&` binds closer than `|`.
 * `3 & -5`: option 3 is taken and 5 is not. `1 if 2`: 1 is taken wherever 2 is (true where 2 is not). `4 iff -1`: 4 is taken exactly
 * where 1 is not. In the result options count from 0.
 */
export function parseStatement(text: string, options: readonly string[]): Statement | StatementFault {
  const tokens = tokensOf(text);
  if ('fault' in tokens) return tokens;
  const reader = new Reader(tokens.tokens, options, text.length + 1);
  const statement = reader.whole();
  return reader.fault ?? statement;
}

/** Whether a statement is true of a combination of options (the first option is the lowest bit). */
export function holds(statement: Statement, combination: number): boolean {
  switch (statement.kind) {
    case 'option':
      return ((combination >> statement.option) & 1) === 1;
    case 'not':
      return !holds(statement.of, combination);
    case 'and':
      return holds(statement.left, combination) && holds(statement.right, combination);
    case 'or':
      return holds(statement.left, combination) || holds(statement.right, combination);
    case 'if':
      return holds(statement.left, combination) || !holds(statement.right, combination);
    case 'iff':
      return holds(statement.left, combination) === holds(statement.right, combination);
  }
}

interface Token {
  readonly kind: 'number' | 'name' | 'sign' | 'if' | 'iff';
  readonly text: string;
  readonly at: number;
}

function tokensOf(text: string): { readonly tokens: readonly Token[] } | StatementFault {
  const tokens: Token[] = [];
  const pattern = /\s*(?:(\d+)|"([^"]*)"|([-&|()])|(iff?)\b|(\S))/giy;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [whole, number, name, sign, word, other] = match;
    const at = match.index + whole.length - whole.trimStart().length + 1;
    if (number !== undefined) tokens.push({ kind: 'number', text: number, at });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, at });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, at });
    else if (word !== undefined) tokens.push({ kind: word.toLowerCase() === 'if' ? 'if' : 'iff', text: word, at });
    else
      return { fault: 'statementSyntax', at, words: `“${other}” at character ${at} is not understood; ${understood}.` };
  }
  return { tokens };
}

const understood = 'option numbers, names in double quotes, -, &, |, brackets, if and iff are';
const operand = 'an option, a “-” or an opening bracket';

/** Reads tokens one by one; keeps the first fault. */
class Reader {
  fault: StatementFault | null = null;
  private place = 0;
  private readonly tokens: readonly Token[];
  private readonly options: readonly string[];
  private readonly end: number;

  constructor(tokens: readonly Token[], options: readonly string[], end: number) {
    this.tokens = tokens;
    this.options = options;
    this.end = end;
  }

  whole(): Statement {
    const statement = this.conditional();
    if (this.place < this.tokens.length) this.expected('the end, “&”, “|”, “if” or “iff”');
    return statement;
  }

  private conditional(): Statement {
    const left = this.disjunction();
    const kind = this.tokens[this.place]?.kind;
    if (kind !== 'if' && kind !== 'iff') return left;
    this.place++;
    return { kind, left, right: this.disjunction() };
  }

  private disjunction(): Statement {
    let left = this.conjunction();
    while (this.take('|')) left = { kind: 'or', left, right: this.conjunction() };
    return left;
  }

  private conjunction(): Statement {
    let left = this.negation();
    while (this.take('&')) left = { kind: 'and', left, right: this.negation() };
    return left;
  }

  private negation(): Statement {
    if (this.take('-')) return { kind: 'not', of: this.negation() };
    if (this.take('(')) {
      const inner = this.conditional();
      if (!this.take(')')) this.expected('a closing bracket');
      return inner;
    }
    return { kind: 'option', option: this.option() };
  }

  private option(): number {
    const token = this.tokens[this.place];
    if (token === undefined || (token.kind !== 'number' && token.kind !== 'name')) return this.expected(operand);
    this.place++;
    if (token.kind === 'number') {
      const option = Number(token.text);
      if (option < 1 || option > this.options.length)
        this.wrong(
          'unknownOption',
          token.at,
          `There is no option ${token.text}; they run from 1 to ${this.options.length}`,
        );
      return option - 1;
    }
    const found = this.options.indexOf(token.text);
    if (found < 0) this.wrong('unknownOption', token.at, `There is no option “${token.text}”`);
    else if (this.options.includes(token.text, found + 1))
      this.wrong('ambiguousOption', token.at, `Several options are called “${token.text}”: give its number`);
    return found;
  }

  private take(sign: string): boolean {
    const token = this.tokens[this.place];
    if (token?.kind !== 'sign' || token.text !== sign) return false;
    this.place++;
    return true;
  }

  private expected(what: string): number {
    const token = this.tokens[this.place];
    const at = token?.at ?? this.end;
    const found = token === undefined ? 'it ends' : `“${token.text}” stands`;
    this.wrong('statementSyntax', at, `${found} where ${what} was expected`);
    this.place = this.tokens.length;
    return 0;
  }

  private wrong(fault: StatementFault['fault'], at: number, what: string): void {
    this.fault ??= { fault, at, words: `${what} (character ${at}).` };
  }
}
