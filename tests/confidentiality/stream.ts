import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../../src/store/index.ts';

/** A stream of events that somebody listens to from the beginning of a world to its end. */
export class Stream {
  readonly #known: () => Promise<number>;
  #reader: ReadableStreamDefaultReader<Uint8Array> | null = null;
  #text = '';
  #reading: Promise<void> = Promise.resolve();

  /** `known` tells how many entries the listener may know by now, past the application. */
  constructor(known: () => Promise<number>) {
    this.#known = known;
  }

  async open(response: Response): Promise<void> {
    if (response.status !== 200 || response.body === null) throw new Error(`no events: ${response.status}`);
    this.#reader = response.body.getReader();
    this.#reading = this.#read(this.#reader);
    await this.settle();
  }

  /**
   * Waits until the listener was told of everything that it may know. Word of two entries may come as one when they follow close upon
   * each other, which is chance; so nothing else happens before the word has come.
   */
  async settle(): Promise<void> {
    const known = await this.#known();
    for (let waited = 0; this.#last() !== known && this.#last() < known; waited += 1) {
      if (waited > 5000)
        throw new Error(`no word of entry ${known} within some seconds; the last was of ${this.#last()}`);
      await (waited < 50 ? turn() : sleep(1));
    }
  }

  /** Stops listening once every word that is still on its way has come; gives all that was said. */
  async close(store: Store): Promise<string> {
    await everyWordOf(store);
    await this.#reader?.cancel();
    await this.#reading;
    return this.#text;
  }

  #last(): number {
    return Number(/.*^data: (\d+)$/ms.exec(this.#text)?.[1] ?? -1);
  }

  async #read(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    for (let part = await reader.read(); !part.done; part = await reader.read())
      this.#text += decoder.decode(part.value, { stream: true });
  }
}

/** Rings a bell of its own behind all others, since bells are heard in order, and gives those who were wakened by them time to look. */
async function everyWordOf(store: Store): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = store.wake.listen('the last bell', () => {
      stop();
      resolve();
    });
    store.wake.ring('the last bell');
  });
  for (let looks = 0; looks < 3; looks += 1) {
    await store.check();
    await turn();
  }
}
