import type { ArgsDef } from 'citty';
import type { Io } from './io.ts';

/** How a command ends: done, refused or failed, or called in a way that it does not understand. */
export const exit = { done: 0, refused: 1, usage: 2 } as const;
export type Exit = (typeof exit)[keyof typeof exit];

/** A command as its file defines it: what it does, what it takes, examples for its help, and the doing. */
export interface Command<A extends ArgsDef = ArgsDef> {
  /** The words it is called by: `case new`. */
  readonly name: string;
  /** What it does, as a sentence that begins with a verb. */
  readonly does: string;
  /** What else its help says. */
  readonly more?: string;
  readonly args: A;
  readonly examples: readonly (readonly [line: string, does: string])[];
  readonly run: (args: Given<A>, io: Io) => Promise<Exit>;
}

/** The arguments that a command was given, by their names: a text where one must be or has a default, else perhaps none. */
export type Given<A extends ArgsDef> = {
  readonly [Name in keyof A]: A[Name] extends { readonly type: 'boolean' }
    ? boolean
    : A[Name] extends { readonly required: true } | { readonly default: string }
      ? string
      : string | undefined;
};

/** A command among others, whose own arguments only it knows. */
export const command = <const A extends ArgsDef>(defined: Command<A>): Command => defined as unknown as Command;

/** The arguments that every command about a store takes. */
export const storeArgs = {
  data: {
    type: 'string',
    valueHint: 'DIR',
    default: './data',
    description: 'The folder of the store; DATABASE_URL goes before it.',
  },
  json: { type: 'boolean', description: 'Answer with one JSON document.' },
} as const satisfies ArgsDef;
