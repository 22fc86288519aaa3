const pause = 300;

/**
 * A form whose preview follows what is ticked and typed: the same form is sent with `step=preview`, and the region of the answer takes
 * the place of the region here. The browser itself reads the answer as a document, so that no text is ever made into markup.
 */
class Preview extends HTMLElement {
  #soon = 0;
  #asked: XMLHttpRequest | null = null;

  connectedCallback(): void {
    this.addEventListener('input', this.#changed);
  }

  disconnectedCallback(): void {
    this.removeEventListener('input', this.#changed);
    clearTimeout(this.#soon);
    this.#asked?.abort();
  }

  readonly #changed = (): void => {
    const form = this.querySelector('form');
    const region = this.#region(this);
    if (form === null || region === null) return;
    // What is shown is no longer what would be sent.
    region.setAttribute('aria-busy', 'true');
    for (const button of region.querySelectorAll('button')) button.disabled = true;
    clearTimeout(this.#soon);
    this.#asked?.abort();
    this.#soon = setTimeout(() => this.#ask(form, region), pause);
  };

  #ask(form: HTMLFormElement, region: Element): void {
    const typed = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') typed.append(name, value);
    typed.set('step', 'preview');
    const asked = new XMLHttpRequest();
    asked.open('POST', form.action);
    asked.responseType = 'document';
    asked.addEventListener('load', () => {
      const answer = asked.responseXML === null ? null : this.#region(asked.responseXML);
      if (answer === null) return;
      region.replaceChildren(...answer.childNodes);
      region.removeAttribute('aria-busy');
      // While somebody is still typing, what is missing is no alarm.
      for (const problem of region.querySelectorAll('.problem')) {
        problem.removeAttribute('role');
        problem.className = 'hint';
      }
    });
    this.#asked = asked;
    asked.send(typed);
  }

  #region(within: ParentNode): Element | null {
    return within.querySelector('#preview');
  }
}

customElements.define('parley-preview', Preview);
