import type { Who } from './cast.ts';

/** One of the three issues that everybody knows, by its place, and one of its first two answers. */
export interface TermPlan {
  readonly issue: 'border' | 'water' | 'prisoners';
  readonly answer: 0 | 1;
  readonly release: 'hold' | 'float' | 'convey';
  readonly words: string;
}

/** Whether and how a carry names the side it comes from. */
export interface CarryPlan {
  readonly who: Who;
  readonly to: string;
  readonly attribution: 'attributed' | 'unattributed';
  /** The words typed over those of each term, so that a copy reads the same whatever the source's own wording. */
  readonly words: string;
  readonly covering: string;
}

/** A conflict model or a division, and what it says. */
export interface Working {
  readonly what: 'conflict' | 'division';
  readonly words: string;
  /** Which of two is preferred, or gets more points. */
  readonly first: boolean;
}

/** Something that somebody does through the pages. References are counted back from the newest that there is, and fall anywhere in it. */
export type Step =
  | { readonly act: 'say'; readonly who: Who; readonly room: string; readonly words: string }
  | {
      readonly act: 'position';
      readonly who: Who;
      readonly room: string;
      readonly term: TermPlan;
      readonly stance: 'position' | 'interest' | 'redLine';
    }
  | {
      readonly act: 'value';
      readonly who: Who;
      readonly room: string;
      readonly weight: number;
      readonly points: number;
      readonly basis: string;
    }
  | {
      readonly act: 'propose';
      readonly who: Who;
      readonly room: string;
      readonly terms: readonly TermPlan[];
      readonly note: string;
      readonly expires: boolean;
    }
  | {
      readonly act: 'revise';
      readonly who: Who;
      readonly which: number;
      readonly terms: readonly TermPlan[];
      readonly note: string;
    }
  | { readonly act: 'withdraw'; readonly who: Who; readonly which: number; readonly words: string }
  | {
      readonly act: 'answer';
      readonly who: Who;
      readonly which: number | Made;
      readonly verdict: 'accept' | 'reject' | 'acceptIf' | 'counter';
      readonly release: 'hold' | 'convey';
      readonly terms: readonly TermPlan[];
      readonly note: string;
    }
  | ({
      readonly act: 'carry';
      readonly source: Made | { readonly latestOf: Who };
      readonly issues: readonly TermPlan['issue'][];
      readonly verdict: boolean;
    } & CarryPlan)
  | {
      readonly act: 'putForward';
      readonly who: Who;
      readonly to: readonly string[];
      readonly manner: 'jointly' | 'apart';
      readonly terms: readonly TermPlan[];
      readonly words: string;
    }
  | {
      readonly act: 'withdrawPut';
      readonly who: Who;
      readonly to: string;
      readonly which: number;
      readonly words: string;
    }
  | {
      readonly act: 'agenda';
      readonly who: Who;
      readonly what:
        | 'issue'
        | 'obstacle'
        | 'deadline'
        | 'report'
        | 'round'
        | 'track'
        | 'venue'
        | 'delegation'
        | 'meeting';
      readonly knownTo: string;
      readonly words: string;
    }
  | {
      readonly act: 'change';
      readonly who: Who;
      readonly what: 'meeting' | 'round' | 'obstacle' | 'person' | 'rules';
      readonly which: number;
      readonly words: string;
    }
  | ({
      readonly act: 'keep';
      readonly who: Who;
      /** A conflict model or a division, for the mediation or for one's institution alone; or in the place of one. */
      readonly room: string | null;
      readonly which: number;
    } & Working)
  | { readonly act: 'appoint'; readonly who: Who; readonly place: string; readonly name: string }
  | { readonly act: 'look'; readonly who: Who }
  | { readonly act: 'elsewhere'; readonly who: Who; readonly words: string }
  | { readonly act: 'signIn'; readonly name: string; readonly right: boolean }
  | OwnStep;

/** What only the observer does: going about, and asking for what may not be theirs. */
export type OwnStep =
  | {
      readonly act: 'wander';
      readonly who: Who;
      readonly link: number;
      readonly sends: boolean;
      readonly filling: readonly number[];
    }
  | {
      readonly act: 'forge';
      readonly who: Who;
      readonly route: number;
      readonly ids: readonly number[];
      readonly filling: readonly number[];
    }
  | { readonly act: 'reach'; readonly who: Who; readonly whose: Who; readonly slot: number; readonly route: number }
  | { readonly act: 'sweep'; readonly who: Who };

/** What was made in a slot of the history, or earlier in the same. */
export interface Made {
  readonly slot: number | 'here';
}

/** A place in a history. *Open*: the same in every world. *Confided*: what the observer may not know, which differs from world to world. */
export type Slot =
  | { readonly kind: 'open'; readonly step: Step }
  | {
      readonly kind: 'confided';
      readonly told: readonly Step[];
      readonly changed: readonly Step[];
      readonly silent: readonly Step[];
    };

/** The worlds of one history: as it was told, with everything confided put otherwise, and without any of it that nothing open rests on. */
export const worldNames = ['told', 'changed', 'silent'] as const;
export type WorldName = (typeof worldNames)[number];

export type History = readonly Slot[];

/** The few words that everybody uses, so that chance makes them meet. */
export const words = ['ceasefire', 'prisoners', 'a border', 'oil <b>&amp; gas</b>', 'السلام'] as const;
