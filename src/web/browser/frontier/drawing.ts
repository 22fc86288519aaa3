import { area, onDrawing, ticksOf, type Span } from './plane.ts';
import type { Picture } from './picture.ts';

/** What is seen at a moment. */
export interface Seen {
  readonly picture: Picture;
  readonly span: Span;
  readonly chosen: number;
  readonly cloud: Float64Array | null;
}

const most = 400;

/** Draws on the drawing that the server made: its offers and lines are moved, its dots, rules and names made anew. */
export function draw(svg: SVGSVGElement, { picture, span, chosen, cloud }: Seen): void {
  drawRules(group(svg, 'rules'), span);
  drawReservations(group(svg, 'reservations'), picture, span);
  group(svg, 'dots').replaceChildren(
    element('path', { class: 'cloud', d: cloud === null ? '' : dotsOf(pairsOf(cloud), span) }),
    element('path', {
      class: 'line',
      d: dotsOf(
        placesShown(picture).map((place) => picture.totalsAt(place)),
        span,
      ),
    }),
  );
  drawDance(group(svg, 'dance'), picture, span);
  drawNames(group(svg, 'solutions'), picture, span);
  const [x, y] = onDrawing(span, picture.totalsAt(chosen));
  group(svg, 'chosen').replaceChildren(...(picture.size === 0 ? [] : [element('circle', { cx: x, cy: y, r: 9 })]));
}

/** The places that are drawn: all, or evenly spread ones where there are many. */
export function placesShown({ size }: Picture): readonly number[] {
  if (size <= most) return Array.from({ length: size }, (_, place) => place);
  return Array.from({ length: most }, (_, k) => Math.round((k * (size - 1)) / (most - 1)));
}

function drawRules(rules: Element, span: Span): void {
  rules.replaceChildren(
    ...ticksOf(span.x).flatMap((tick) => {
      const [x] = onDrawing(span, [tick, 0]);
      return [
        element('line', { x1: x, x2: x, y1: area.top, y2: area.bottom }),
        element('text', { x, y: area.bottom + 15, 'text-anchor': 'middle' }, String(tick)),
      ];
    }),
    ...ticksOf(span.y).flatMap((tick) => {
      const [, y] = onDrawing(span, [0, tick]);
      return [
        element('line', { x1: area.left, x2: area.right, y1: y, y2: y }),
        element('text', { x: area.left - 6, y: y + 4, 'text-anchor': 'end' }, String(tick)),
      ];
    }),
  );
}

function drawReservations(lines: Element, { reservations: [first, second] }: Picture, span: Span): void {
  const [x, y] = onDrawing(span, [first ?? 0, second ?? 0]);
  lines.replaceChildren(
    ...(first == null || x < area.left ? [] : [element('line', { x1: x, x2: x, y1: area.top, y2: area.bottom })]),
    ...(second == null || y > area.bottom ? [] : [element('line', { x1: area.left, x2: area.right, y1: y, y2: y })]),
  );
}

function drawDance(dance: Element, picture: Picture, span: Span): void {
  for (const side of dance.children) {
    const places: string[] = [];
    for (const offer of side.querySelectorAll<SVGGElement>('[data-offer]')) {
      const totals = picture.dance[Number(offer.dataset['offer'])];
      if (totals === undefined) continue;
      const place = onDrawing(span, totals).join(' ');
      places.push(place);
      offer.setAttribute('transform', `translate(${place})`);
    }
    side.querySelector('polyline')?.setAttribute('points', places.join(' '));
  }
}

/** The names above and to the right of their points, one clear of another. */
function drawNames(names: Element, picture: Picture, span: Span): void {
  const texts = new Map<number, string>();
  for (const { place, label } of picture.named) {
    const before = texts.get(place);
    texts.set(place, before === undefined ? label : `${before}, ${label}`);
  }
  let above = Infinity;
  const named = [...texts]
    .map(([place, text]) => ({ text, at: onDrawing(span, picture.totalsAt(place)) }))
    .filter(({ at: [x, y] }) => x >= area.left && x <= area.right && y >= area.top && y <= area.bottom)
    .sort((a, b) => b.at[1] - a.at[1] || b.at[0] - a.at[0]);
  names.replaceChildren(
    ...named.flatMap(({ text, at: [x, y] }) => {
      above = Math.max(24, Math.min(y - 12, above - 15));
      const fits = x + 14 + text.length * 6.6 < area.right;
      const tx = fits ? x + 14 : area.right;
      return [
        element('path', { class: 'leader', d: `M${x} ${y}L${tx} ${above}` }),
        element('circle', { cx: x, cy: y, r: 4.5 }),
        element(
          'text',
          { x: fits ? tx + 3 : tx, y: fits ? above + 3 : above - 3, 'text-anchor': fits ? 'start' : 'end' },
          text,
        ),
      ];
    }),
  );
}

const dotsOf = (pairs: readonly (readonly [number, number])[], span: Span): string =>
  pairs.map((pair) => `M${onDrawing(span, pair).join(' ')}h0`).join('');

const pairsOf = (flat: Float64Array): readonly (readonly [number, number])[] =>
  Array.from({ length: flat.length / 2 }, (_, k) => [flat[2 * k] ?? 0, flat[2 * k + 1] ?? 0]);

function group(svg: SVGSVGElement, name: string): Element {
  const found = svg.querySelector(`.${name}`);
  if (found !== null) return found;
  const made = element('g', { class: name });
  svg.querySelector('[clip-path]')?.append(made);
  return made;
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, text?: string): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}
