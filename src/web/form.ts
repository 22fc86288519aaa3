import type { Context as Request } from 'hono';
import { canonical, refusalInWords, type Entry, type Refusal } from '../domain/index.ts';
import { tokenHash, type Trouble } from '../store/index.ts';

/** What a person typed into a form: texts by field, made well-formed and without control characters that no text needs. */
export class Form {
  readonly #fields: ReadonlyMap<string, readonly string[]>;
  constructor(fields: Iterable<readonly [string, string]> = []) {
    this.#fields = new Map(
      [...Map.groupBy(fields, ([name]) => name)].map(([name, pairs]) => [name, pairs.map(([, text]) => clean(text))]),
    );
  }
  /** The first text of a field, or an empty one. */
  text(name: string): string {
    return this.#fields.get(name)?.[0] ?? '';
  }
  /** All the texts of a field. */
  all(name: string): readonly string[] {
    return this.#fields.get(name) ?? [];
  }
  /** Whether a field was sent at all: how a ticked box shows. */
  has(name: string): boolean {
    return this.#fields.has(name);
  }
  /** Whether anything was sent. */
  get isEmpty(): boolean {
    return this.#fields.size === 0;
  }
  /** A digest of what was typed, but for the form's own marks: the same words give the same digest. */
  get digest(): string {
    return tokenHash(
      canonical(
        [...this.#fields].filter(([name]) => name !== 'key' && name !== 'seen').sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    );
  }
  /** The form with some fields set. */
  with(values: Readonly<Record<string, string>>): Form {
    const kept = [...this.#fields]
      .filter(([name]) => !(name in values))
      .flatMap(([name, texts]) => texts.map((text) => [name, text] as const));
    return new Form([...kept, ...Object.entries(values)]);
  }
}

/** Why a form was not taken, in a sentence; the field that it is about, and what has changed meanwhile, if that is why. */
export interface Problem {
  readonly sentence: string;
  readonly field: string | null;
  readonly changes: readonly Entry[];
  readonly status: 403 | 404 | 409 | 422 | 503;
}

/** A problem with one field, found while reading the form. */
export const problemWith = (field: string, sentence: string): Problem => ({
  sentence,
  field,
  changes: [],
  status: 422,
});

export const isProblem = (value: object): value is Problem => 'sentence' in value && 'status' in value;

/** The store's trouble as a problem of the form that was sent: nothing is lost, and the same form can be sent again. */
export const problemOfTrouble = (trouble: Trouble): Problem => ({
  sentence: trouble.message,
  field: null,
  changes: [],
  status: 503,
});

/** A refusal as a problem of the form that asked. */
export const problemOf = (refusal: Refusal): Problem => ({
  sentence: refusalInWords(refusal),
  field: refusal.field ?? null,
  changes: refusal.changes ?? [],
  status: statusOf(refusal),
});

/** What was posted, as a form; a body that is no form reads as an empty one. */
export async function readForm(request: Request): Promise<Form> {
  const type = request.req.header('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) return new Form();
  const data = await request.req.raw.formData().catch(() => new FormData());
  const pairs = await Promise.all(
    [...data].map(async ([name, value]) => [name, typeof value === 'string' ? value : await value.text()] as const),
  );
  return new Form(pairs);
}

function statusOf({ refused }: Refusal): Problem['status'] {
  switch (refused) {
    case 'notYourRole':
    case 'beyondMandate':
    case 'notReleasable':
    case 'ownRoomOnly':
      return 403;
    case 'unknown':
      return 404;
    case 'roundClosed':
    case 'held':
    case 'notAttributable':
    case 'expired':
    case 'withdrawn':
    case 'superseded':
    case 'stale':
    case 'alreadySent':
    case 'duplicate':
    case 'changedValue':
      return 409;
    case 'nothingChosen':
    case 'invalid':
    case 'participantMustKnow':
    case 'toItself':
      return 422;
  }
}

/** Text as every store can hold it: no lone surrogates, no control characters but line ends and tabs, one kind of line end. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
