import { hasFields, readFields, writeFields, type Typed } from './typed.ts';

const start = 'parley-draft ';

/** What is kept of a form: what was typed, and whether it has been sent, which may have failed on the way. */
interface Kept {
  readonly typed: Typed;
  readonly sent: boolean;
}

/**
 * Keeps what is typed into the forms of a page until it is sent: in this tab alone, by person and address, never passwords. A page
 * opened again gives it back, and says so. Signing out forgets it, as does anybody else who signs in here.
 */
class Draft extends HTMLElement {
  connectedCallback(): void {
    const person = this.dataset['person'] ?? '';
    forget((key) => !key.startsWith(`${start}${person} `));
    for (const form of document.querySelectorAll<HTMLFormElement>('form[method="post"]')) {
      const action = new URL(form.action).pathname;
      if (action.includes('/sign-out')) form.addEventListener('submit', () => forget(() => true));
      else keep(form, `${start}${person} ${location.pathname}${location.search} ${action}`);
    }
  }
}

/** Keeps one form under a key, after giving back what is kept of it already. */
function keep(form: HTMLFormElement, key: string): void {
  if (!hasFields(form)) return;
  const asServed = JSON.stringify(readFields(form));
  const save = (sent: boolean): void => {
    const typed = readFields(form);
    if (JSON.stringify(typed) === asServed && !sent) sessionStorage.removeItem(key);
    else store(key, { typed, sent });
  };
  giveBack(form, key, asServed);
  form.addEventListener('input', () => save(false));
  form.addEventListener('submit', () => save(true));
}

/** Gives back what was typed, unless it has arrived: the page that comes after sending is opened anew, not gone back to. */
function giveBack(form: HTMLFormElement, key: string, asServed: string): void {
  const kept = read(key);
  if (kept === null) return;
  // What was sent and comes back was refused, or previewed: it is still to be sent.
  if (JSON.stringify(kept.typed) === asServed) return store(key, { ...kept, sent: false });
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (kept.sent && navigation?.type === 'navigate') return sessionStorage.removeItem(key);
  writeFields(form, kept.typed);
  const note = document.createElement('p');
  const discard = document.createElement('button');
  note.className = 'restored';
  note.role = 'status';
  discard.type = 'button';
  discard.className = 'link';
  discard.textContent = 'Discard it';
  discard.addEventListener('click', () => {
    form.reset();
    sessionStorage.removeItem(key);
    note.remove();
    form.dispatchEvent(new Event('input', { bubbles: true }));
  });
  note.append('Restored what you typed. ', discard);
  (form.querySelector('.send') ?? form.lastElementChild)?.before(note);
  form.dispatchEvent(new Event('input', { bubbles: true }));
}

function read(key: string): Kept | null {
  const text = sessionStorage.getItem(key);
  return text === null ? null : (JSON.parse(text) as Kept);
}

function store(key: string, kept: Kept): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch (error) {
    // A tab keeps only so much; what does not fit is not kept.
    if (!(error instanceof DOMException)) throw error;
  }
}

function forget(which: (key: string) => boolean): void {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(start) && which(key)) sessionStorage.removeItem(key);
}

customElements.define('parley-draft', Draft);
