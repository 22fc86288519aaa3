import type { Scenario } from '../../../analysis/index.ts';
import { cloudOf } from './cloud.ts';
import { addControls, type Controls } from './controls.ts';
import { draw, placesShown, type Seen } from './drawing.ts';
import type { Given } from './given.ts';
import type { Picture } from './picture.ts';
import { area, numbersAt, onDrawing, panned, spanOf, zoomed, type Span } from './plane.ts';
import { sentenceOf } from './sentence.ts';
import { askServer } from './server-part.ts';
import { addSliders, showWeights } from './sliders.ts';
import { picturesBy, type Pictures } from './thread.ts';
import type { Asked } from './work.ts';
import { fieldsIn, weightsQuery, withWeights, type WeightField } from './weights.ts';

const pause = 250;

/**
 * The drawing of a frontier for two sides, made to move in: by pointer and by keys along the points, nearer and further, and with weights under
 * sliders. The picture is worked out in a thread, with the same library as the server’s; the words below the drawing are the server’s own.
 */
class Frontier extends HTMLElement {
  #given: Given | null = null;
  #scenario: Scenario | null = null;
  #pictures: Pictures | null = null;
  #picture: Picture | null = null;
  #span: Span | null = null;
  #whole: Span | null = null;
  #chosen = 0;
  #uncertain = false;
  /** Whether the words below the drawing are to follow the next whole picture. */
  #tells = false;
  #controls: Controls | null = null;
  #fields: readonly WeightField[] = [];
  #frame = 0;
  #soon = 0;
  #asked: XMLHttpRequest | null = null;

  connectedCallback(): void {
    const svg = this.querySelector<SVGSVGElement>('svg.plane');
    if (svg === null || this.#given !== null) return;
    const given = JSON.parse(this.dataset['scenario'] ?? '') as Given & { readonly stated: Scenario };
    this.#given = given;
    const form = document.querySelector('#weights');
    this.#fields = form === null ? [] : fieldsIn(form);
    this.#scenario = given.scenario;
    this.#chosen = Number(this.dataset['point'] ?? 0);
    this.#controls = addControls(this, svg, {
      walk: (by) => this.#walk(by),
      end: (last) => this.#choose(last ? Infinity : 0),
      zoom: (factor) => this.#zoom(factor),
      whole: () => this.#show({ span: this.#whole }),
      pan: (right, up) => this.#pan(right, up),
      pick: (place) => this.#pick(place),
      uncertain: (on) => {
        this.#uncertain = on;
        this.#redraw();
      },
    });
    this.#pictures = picturesBy(this.dataset['worker'] ?? '', (picture, { weight }) => {
      this.#take(picture);
      if (weight === null && this.#tells) this.#tell(given.stated);
    });
    this.#ask(given.scenario);
    this.#slide(given.stated);
  }

  disconnectedCallback(): void {
    clearTimeout(this.#soon);
    cancelAnimationFrame(this.#frame);
    this.#asked?.abort();
    this.#pictures?.end();
  }

  #ask(scenario: Scenario, weight: Asked['weight'] = null): void {
    this.#pictures?.ask({ dance: this.#given?.dance ?? [], scenario, weight });
  }

  /** Takes a new picture, keeping the point chosen as near as can be to where it was. */
  #take(picture: Picture): void {
    const before = this.#picture?.totalsAt(this.#chosen) ?? null;
    this.#picture = picture;
    this.#chosen = before === null ? Math.min(this.#chosen, Math.max(0, picture.size - 1)) : nearestTo(picture, before);
    const shown = placesShown(picture).map((place) => picture.totalsAt(place));
    this.#whole = spanOf([...shown, ...picture.dance], picture.reservations);
    this.#span ??= this.#whole;
    this.#redraw();
  }

  #slide(stated: Scenario): void {
    let held = 0;
    let from: Scenario | null = null;
    addSliders(this.#fields, {
      taken: () => {
        held += 1;
        from = this.#scenario;
      },
      moved: ({ side, issue }, weight) => {
        const weights = from?.profiles[side]?.weights ?? [];
        const others = 1 - (weights[issue] ?? 0);
        const factor = others > 0 ? (1 - weight) / others : 1;
        showWeights(
          this.#fields,
          side,
          weights.map((each, i) => (i === issue ? weight : each * factor)),
        );
        if (from !== null) this.#ask(from, { held, side, issue, to: weight });
      },
      left: () => {
        // Let go: the picture is worked out anew from what the fields say, as the server does.
        const scenario = withWeights(stated, this.#fields);
        if (scenario === null)
          return this.#controls?.say('A weight cannot be used: give numbers, 0 or more, and not all 0.');
        this.#scenario = scenario;
        this.#tells = true;
        this.#ask(scenario);
      },
    });
    this.#stated = stated;
  }

  #stated: Scenario | null = null;

  #walk(by: number): void {
    this.#choose(this.#chosen + by);
  }

  #choose(place: number): void {
    const size = this.#picture?.size ?? 0;
    this.#chosen = Math.max(0, Math.min(size - 1, place));
    const [x, y] =
      this.#span === null || this.#picture === null
        ? [0, 0]
        : onDrawing(this.#span, this.#picture.totalsAt(this.#chosen));
    // What is chosen stays in sight.
    if (x < area.left || x > area.right || y < area.top || y > area.bottom) this.#span = this.#whole;
    this.#redraw();
    this.#tell(this.#stated);
  }

  #pick(place: readonly [number, number]): void {
    if (this.#picture === null || this.#span === null) return;
    this.#choose(nearestTo(this.#picture, numbersAt(this.#span, place)));
  }

  #zoom(factor: number): void {
    if (this.#span === null || this.#whole === null || this.#picture === null) return;
    this.#show({ span: zoomed(this.#span, this.#whole, this.#picture.totalsAt(this.#chosen), factor) });
  }

  #pan(right: number, up: number): void {
    if (this.#span === null || this.#whole === null) return;
    this.#show({ span: panned(this.#span, this.#whole, right, up) });
  }

  #show({ span }: { readonly span: Span | null }): void {
    this.#span = span;
    this.#redraw();
  }

  #redraw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const svg = this.querySelector<SVGSVGElement>('svg.plane');
      const [picture, span, scenario] = [this.#picture, this.#span, this.#scenario];
      if (svg === null || picture === null || span === null || scenario === null) return;
      const cloud =
        this.#uncertain && picture.size > 0 ? cloudOf(scenario, picture.packageAt(this.#chosen), 0.2) : null;
      draw(svg, { picture, span, chosen: this.#chosen, cloud } satisfies Seen);
      this.#controls?.at(this.#chosen, picture.size, sentenceOf(scenario, picture, this.#chosen));
    });
  }

  /** Says what was chosen, and a little later asks the server for the words about it. */
  #tell(stated: Scenario | null): void {
    clearTimeout(this.#soon);
    this.#asked?.abort();
    this.#soon = setTimeout(() => {
      const weights = stated === null ? '' : weightsQuery(stated, this.#fields);
      const address = `${location.pathname}?point=${this.#chosen + 1}${weights === '' ? '' : `&${weights}`}`;
      this.#asked = askServer(address);
    }, pause);
  }
}

function nearestTo(picture: Picture, [x, y]: readonly [number, number]): number {
  let [best, least] = [0, Infinity];
  for (let place = 0; place < picture.size; place++) {
    const [a, b] = picture.totalsAt(place);
    const away = (a - x) ** 2 + (b - y) ** 2;
    if (away < least) [best, least] = [place, away];
  }
  return best;
}

customElements.define('parley-frontier', Frontier);
