const firstWait = 5_000;
const longestWait = 300_000;

/**
 * The line that says that new entries have come: it tells how many, and the reader chooses when to see them. It listens while the
 * page is shown; a page that is kept for going back listens again when it is. Where the server refuses, it asks ever more rarely.
 */
class Fresh extends HTMLElement {
  #source: EventSource | null = null;
  #again = 0;
  #wait = firstWait;

  connectedCallback(): void {
    addEventListener('pagehide', this.#stop);
    addEventListener('pageshow', this.#listen);
    this.#listen();
  }

  disconnectedCallback(): void {
    removeEventListener('pagehide', this.#stop);
    removeEventListener('pageshow', this.#listen);
    this.#stop();
  }

  readonly #listen = (): void => {
    const address = this.dataset['source'];
    if (address === undefined || this.#source !== null) return;
    const source = new EventSource(address);
    source.addEventListener('open', () => (this.#wait = firstWait));
    source.addEventListener('fresh', (event: MessageEvent<string>) => this.#show(Number(event.data)));
    source.addEventListener('error', () => {
      // A lost connection is taken up again by the browser; a refused one is not.
      if (source.readyState === EventSource.CLOSED && source === this.#source) this.#later();
    });
    this.#source = source;
  };

  readonly #stop = (): void => {
    clearTimeout(this.#again);
    this.#source?.close();
    this.#source = null;
  };

  #later(): void {
    this.#stop();
    this.#again = setTimeout(this.#listen, this.#wait);
    this.#wait = Math.min(this.#wait * 2, longestWait);
  }

  #show(entries: number): void {
    const fresh = entries - Number(this.dataset['seen']);
    if (!(fresh > 0)) return;
    const link = document.createElement('a');
    link.href = location.pathname + location.search;
    link.textContent = 'Show';
    this.replaceChildren(`${fresh === 1 ? 'One new entry' : `${fresh} new entries`} in your file. `, link);
  }
}

customElements.define('parley-fresh', Fresh);
