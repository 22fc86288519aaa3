import { sideOf, type Cast, type Who } from './cast.ts';
import type { Made } from './steps.ts';

/** What later steps can be about. Proposals, answers and what was put to a side belong to that side. */
export type Thing =
  | 'proposal'
  | 'answer'
  | 'put'
  | 'issue'
  | 'obstacle'
  | 'deadline'
  | 'report'
  | 'round'
  | 'track'
  | 'venue'
  | 'delegation'
  | 'meeting'
  | 'conflict'
  | 'division'
  | 'person';

interface Noted {
  readonly thing: Thing;
  readonly id: string;
  readonly side: string | null;
  readonly slot: number;
  readonly confided: boolean;
}

/**
 * What has been made in one world that later steps can be about, oldest first. What was confided and what was open are kept apart, so
 * that a step that is the same in every world is about the same thing in every world.
 */
export class Memory {
  readonly #cast: Cast;
  readonly #neededUntil: ReadonlyMap<number, number>;
  #all: readonly Noted[] = [];
  #slot = 0;
  #confided = false;

  /** `neededUntil` gives, for each slot on whose thing a later one rests, the last that does: until then it is left standing. */
  constructor(cast: Cast, neededUntil: ReadonlyMap<number, number>) {
    this.#cast = cast;
    this.#neededUntil = neededUntil;
  }

  at(slot: number, confided: boolean): void {
    this.#slot = slot;
    this.#confided = confided;
  }

  made(thing: Thing, id: string, side: string | null = null): void {
    this.#all = [...this.#all, { thing, id, side, slot: this.#slot, confided: this.#confided }];
  }

  /** Something of somebody's own side. */
  madeBy(who: Who, thing: Thing, id: string): void {
    this.made(thing, id, sideOf(this.#cast, who));
  }

  gone(thing: Thing, id: string): void {
    this.#all = this.#all.filter((one) => one.thing !== thing || one.id !== id);
  }

  replaced(thing: Thing, before: string, id: string): void {
    this.#all = this.#all.map((one) => (one.thing === thing && one.id === before ? { ...one, id } : one));
  }

  /** Something that may be changed now, or the id of nothing: in confidence what was made in confidence, and openly what was made openly. */
  oneOf(thing: Thing, which: number, side: string | null = null): string {
    return pick(
      this.#all.filter(
        (one) =>
          one.thing === thing &&
          one.side === side &&
          one.confided === this.#confided &&
          (this.#neededUntil.get(one.slot) ?? -1) < this.#slot,
      ),
      which,
    );
  }

  /** Something that was put to a side, or the id of nothing. An answer in confidence may be to what everybody knows. */
  putTo(side: string | null, which: number | Made): string {
    const put = this.#all.filter(
      (one) => one.thing === 'put' && one.side === side && (this.#confided || !one.confided),
    );
    return typeof which === 'number' ? pick(put, which) : (put.find(({ slot }) => slot === which.slot)?.id ?? nothing);
  }

  /** What a carry is from, or the id of nothing. */
  source(ref: Made | { readonly latestOf: Who }): string {
    const all = this.#all.filter(({ thing }) => thing === 'proposal' || thing === 'answer');
    if ('slot' in ref)
      return all.findLast(({ slot }) => slot === (ref.slot === 'here' ? this.#slot : ref.slot))?.id ?? nothing;
    const side = sideOf(this.#cast, ref.latestOf);
    return pick(
      all.filter((one) => one.side === side && one.confided === this.#confided),
      0,
    );
  }
}

const nothing = '00000000-0000-4000-8000-000000000000';

/** The one that is `which` before the newest, counted round. */
function pick(all: readonly { readonly id: string }[], which: number): string {
  return all[all.length - 1 - (which % all.length)]?.id ?? nothing;
}
