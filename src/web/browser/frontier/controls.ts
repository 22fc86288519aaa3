/** What a person can do with the drawing. */
export interface Acts {
  /** To another point, so many places on. */
  readonly walk: (by: number) => void;
  readonly end: (last: boolean) => void;
  readonly zoom: (factor: number) => void;
  readonly whole: () => void;
  /** By shares of what is shown. */
  readonly pan: (right: number, up: number) => void;
  /** The point nearest to a place of the drawing. */
  readonly pick: (place: readonly [number, number]) => void;
  readonly uncertain: (on: boolean) => void;
}

export interface Controls {
  /** Shows and reads out where one is. */
  readonly at: (place: number, size: number, sentence: string) => void;
  readonly say: (sentence: string) => void;
}

/** Makes the drawing something to move in by keys and pointer, with buttons that say what they do and a line that says where one is. */
export function addControls(home: HTMLElement, svg: SVGSVGElement, acts: Acts): Controls {
  const stage = document.createElement('div');
  stage.className = 'stage';
  stage.tabIndex = 0;
  stage.role = 'slider';
  stage.ariaLabel = 'Point along the frontier. Arrow keys move along it, plus and minus draw it larger and smaller.';
  svg.before(stage);
  stage.append(svg);
  const said = document.createElement('p');
  said.className = 'said';
  said.role = 'status';
  const bar = document.createElement('div');
  bar.className = 'plot-acts';
  bar.append(
    button('Nearer', () => acts.zoom(0.5)),
    button('Further', () => acts.zoom(2)),
    button('The whole', acts.whole),
    box('Show where it would lie if weights were off by up to a fifth', acts.uncertain),
  );
  stage.after(said, bar);
  stage.addEventListener('keydown', (event) => {
    if (press(event, acts)) event.preventDefault();
  });
  drag(stage, svg, acts);
  home.classList.add('live');
  return {
    at: (place, size, sentence) => {
      stage.ariaValueMin = '1';
      stage.ariaValueMax = String(Math.max(1, size));
      stage.ariaValueNow = String(place + 1);
      stage.ariaValueText = `Point ${place + 1} of ${size}`;
      if (said.textContent !== sentence) said.textContent = sentence;
    },
    say: (sentence) => {
      said.textContent = sentence;
    },
  };
}

/** Points run from the right of the drawing to its left, so that a step to the right is a step back. */
function press({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent, acts: Acts): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  const [right, up] = [{ ArrowRight: 1, ArrowLeft: -1 }[key] ?? 0, { ArrowUp: 1, ArrowDown: -1 }[key] ?? 0];
  if (right !== 0 || up !== 0) {
    if (shiftKey) acts.pan(right / 5, up / 5);
    else acts.walk(up - right);
    return true;
  }
  switch (key) {
    case 'PageUp':
      acts.walk(10);
      return true;
    case 'PageDown':
      acts.walk(-10);
      return true;
    case 'Home':
      acts.end(false);
      return true;
    case 'End':
      acts.end(true);
      return true;
    case '+':
    case '=':
      acts.zoom(0.5);
      return true;
    case '-':
      acts.zoom(2);
      return true;
    case '0':
      acts.whole();
      return true;
    default:
      return false;
  }
}

/** A press that does not move picks a point; one that moves shifts the drawing; the wheel with Ctrl, and a pinch, draw it larger or smaller. */
function drag(stage: HTMLElement, svg: SVGSVGElement, acts: Acts): void {
  let last: { readonly x: number; readonly y: number } | null = null;
  let moved = 0;
  stage.addEventListener('pointerdown', (event) => {
    if (!event.isPrimary || event.button !== 0) return;
    [last, moved] = [{ x: event.clientX, y: event.clientY }, 0];
  });
  stage.addEventListener('pointermove', (event) => {
    if (last === null || !event.isPrimary) return;
    const { width, height } = svg.getBoundingClientRect();
    const [dx, dy] = [event.clientX - last.x, event.clientY - last.y];
    moved += Math.abs(dx) + Math.abs(dy);
    if (moved < 6) return;
    acts.pan(-dx / width, dy / height);
    last = { x: event.clientX, y: event.clientY };
  });
  const release = (event: PointerEvent): void => {
    if (last !== null && moved < 6 && event.type === 'pointerup') {
      const box = svg.getBoundingClientRect();
      const { width, height } = svg.viewBox.baseVal;
      acts.pick([((event.clientX - box.x) / box.width) * width, ((event.clientY - box.y) / box.height) * height]);
    }
    last = null;
  };
  stage.addEventListener('pointerup', release);
  stage.addEventListener('pointercancel', release);
  stage.addEventListener('pointerleave', release);
  stage.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      acts.zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15);
    },
    { passive: false },
  );
}

function button(words: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'quiet';
  made.textContent = words;
  made.addEventListener('click', act);
  return made;
}

function box(words: string, act: (on: boolean) => void): HTMLLabelElement {
  const label = document.createElement('label');
  const input = document.createElement('input');
  label.className = 'choice';
  input.type = 'checkbox';
  input.addEventListener('change', () => act(input.checked));
  label.append(input, words);
  return label;
}
