/** The line that says that new entries have come: it tells how many, and the reader chooses when to see them. */
class Fresh extends HTMLElement {
  #source: EventSource | null = null;

  connectedCallback(): void {
    const address = this.dataset['source'];
    if (address === undefined) return;
    this.#source = new EventSource(address);
    this.#source.addEventListener('fresh', (event: MessageEvent<string>) => this.#show(Number(event.data)));
  }

  disconnectedCallback(): void {
    this.#source?.close();
  }

  #show(entries: number): void {
    const fresh = entries - Number(this.dataset['seen']);
    if (fresh <= 0) return;
    const link = document.createElement('a');
    link.href = location.pathname + location.search;
    link.textContent = 'Show';
    this.replaceChildren(`${fresh === 1 ? 'One new entry' : `${fresh} new entries`} in your file. `, link);
  }
}

customElements.define('parley-fresh', Fresh);
