import { plain } from '../wrapped.ts';
import type { Analysis } from './analysis.ts';
import { markedPoints } from './marks.ts';
import { brief } from './plot.ts';

const [width, height, left, right, top, bottom] = [720, 480, 64, 24, 24, 56];

/** The frontier as SVG that stands by itself: two parties as two axes, more as parallel ones. What it shows is also said in its description. */
export function svgOf(analysis: Analysis, name: string): string {
  const { parties, frontier } = analysis;
  const body = parties.length === 2 ? asField(analysis) : asParallels(analysis);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc" font-family="sans-serif" font-size="12">`,
    `<title id="title">${escaped(`Efficient frontier: ${name}`)}</title>`,
    `<desc id="desc">${escaped(frontier.sentence)}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...body,
    '</svg>',
    '',
  ].join('\n');
}

function asField(analysis: Analysis): readonly string[] {
  const { parties, frontier } = analysis;
  const chosen = marked(analysis);
  const all = [
    ...frontier.points,
    ...chosen.map(({ utilities }) => utilities),
    parties.map(({ disagreement }) => disagreement),
  ];
  const x = scaleOf(
    all.map(([first = 0]) => first),
    left,
    width - right,
  );
  const y = scaleOf(
    all.map(([, second = 0]) => second),
    height - bottom,
    top,
  );
  const [across, up] = [parties[0]?.disagreement ?? 0, parties[1]?.disagreement ?? 0];
  return [
    `<path d="M${left} ${top}V${height - bottom}H${width - right}" fill="none" stroke="#444444"/>`,
    `<path d="M${round(x.at(across))} ${top}V${height - bottom}M${left} ${round(y.at(up))}H${width - right}" stroke="#999999" stroke-dasharray="4 4"/>`,
    ...ticks(x.least, x.most).map((at) => text(x.at(at), height - bottom + 18, brief(at), 'middle')),
    ...ticks(y.least, y.most).map((at) => text(left - 8, y.at(at) + 4, brief(at), 'end')),
    text((left + width - right) / 2, height - 12, parties[0]?.name ?? '', 'middle'),
    `<text transform="translate(16 ${(top + height - bottom) / 2}) rotate(-90)" text-anchor="middle">${escaped(parties[1]?.name ?? '')}</text>`,
    ...frontier.points.map(
      ([first = 0, second = 0]) =>
        `<circle cx="${round(x.at(first))}" cy="${round(y.at(second))}" r="2.5" fill="#3b6ea5"/>`,
    ),
    ...chosen.flatMap(({ marks, words, utilities: [first = 0, second = 0] }) => [
      `<circle cx="${round(x.at(first))}" cy="${round(y.at(second))}" r="5" fill="none" stroke="#a33b20" stroke-width="2"><title>${escaped(words)}</title></circle>`,
      text(x.at(first) + 8, y.at(second) - 8, marks, 'start'),
    ]),
  ];
}

function asParallels(analysis: Analysis): readonly string[] {
  const { parties, frontier } = analysis;
  const chosen = marked(analysis);
  const apart = (width - left - right) / Math.max(parties.length - 1, 1);
  const scales = parties.map(({ least, most }) => scaleOf([least, most], height - bottom, top));
  const line = (utilities: readonly number[]) =>
    utilities
      .map((utility, p) => `${p === 0 ? 'M' : 'L'}${round(left + p * apart)} ${round(scales[p]?.at(utility) ?? 0)}`)
      .join('');
  return [
    ...frontier.points.map((point) => `<path d="${line(point)}" fill="none" stroke="#3b6ea5" stroke-opacity="0.3"/>`),
    ...chosen.map(
      ({ words, utilities }) =>
        `<path d="${line(utilities)}" fill="none" stroke="#a33b20" stroke-width="2"><title>${escaped(words)}</title></path>`,
    ),
    ...chosen.map(({ marks, utilities }) => text(left - 8, (scales[0]?.at(utilities[0] ?? 0) ?? 0) + 4, marks, 'end')),
    ...parties.flatMap(({ name, least, most }, p) => [
      `<path d="M${round(left + p * apart)} ${top}V${height - bottom}" stroke="#444444"/>`,
      text(left + p * apart, top - 8, brief(most), 'middle'),
      text(left + p * apart, height - bottom + 18, brief(least), 'middle'),
      text(left + p * apart, height - 12, name, 'middle'),
    ]),
  ];
}

/** The points that solutions choose, with the letters and the names of those that choose them. */
const marked = (analysis: Analysis) =>
  markedPoints(analysis).map(({ utilities, marks, chosenBy }) => ({
    utilities,
    marks: marks.join(''),
    words: chosenBy.map(({ method }) => method.name).join(', '),
  }));

function scaleOf(numbers: readonly number[], from: number, to: number) {
  let [least, most] = [Infinity, -Infinity];
  for (const number of numbers) [least, most] = [Math.min(least, number), Math.max(most, number)];
  return { least, most, at: (number: number) => from + ((number - least) / (most - least || 1)) * (to - from) };
}

const ticks = (least: number, most: number): readonly number[] =>
  [0, 0.25, 0.5, 0.75, 1].map((share) => least + share * (most - least));

const text = (x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end'): string =>
  `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escaped(words)}</text>`;

const round = (number: number): number => Math.round(number * 10) / 10;

/** A text between tags, without the characters that would be none there. */
const escaped = (words: string): string =>
  plain(words)
    .replaceAll(/[\ufffe\uffff]/g, '')
    .replaceAll(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
