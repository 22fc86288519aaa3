import { bounding, seeded, type Frontier } from '../../analysis/index.ts';
import type { Tell } from '../progress/progress.ts';
import type { ZoneFound, ZoneShare } from './analysis.ts';
import { choiceOf, utilitiesOf } from './answers.ts';
import { isSampled, onlyConsidered, type Compiled } from './compiled.ts';

/** Counting goes on to so many distinct partial totals, and then packages are drawn by chance: the same ones each time. */
const counted = { most: 5_000, samples: 20_000 };

/** The zone of possible agreement: whether there is one, how large, and if not what shows it and what would open one. */
export function zoneOf(compiled: Compiled, acceptable: Frontier | null, tell: Tell): ZoneFound {
  const { scores } = compiled;
  tell({ doing: 'the zone of agreement', expected: null });
  if (scores.floors.every((floor) => floor === -Infinity))
    return {
      ...nothing,
      ...measured(compiled),
      kind: 'open',
      proved: true,
      sentences: [
        'Nobody has said what it has without an agreement, so every package that is allowed counts as acceptable.',
      ],
    };
  const zone = bounding.agreementZone(scores);
  const sentence = bounding.agreementZoneInWords(scores, zone);
  const isOpen = (acceptable !== null && acceptable.size > 0) || (!('refused' in zone) && zone.kind === 'open');
  if (isOpen) {
    const { size, sentences } = measured(compiled);
    return { ...nothing, kind: 'open', proved: true, size, sentences: [whenOpen(zone, sentence), ...sentences] };
  }
  const isEmpty =
    (acceptable?.exact === true && acceptable.size === 0) || (!('refused' in zone) && zone.kind === 'empty');
  if (!isEmpty) return { ...nothing, kind: 'unknown', proved: false, sentences: [sentence] };
  const sampled = isSampled(compiled);
  const shown = sampled ? withNumbersBetween(compiled) : zone;
  if (shown === null) return { ...nothing, kind: 'unknown', proved: false, sentences: [maybeBetween] };
  tell({ doing: 'the least sacrifice that would open a zone', expected: null });
  const { leastSacrifice, sentences, ...found } = sacrificed(compiled, shown, sentence);
  return {
    ...nothing,
    ...found,
    leastSacrifice: leastSacrifice && { ...leastSacrifice, proved: leastSacrifice.proved && !sampled },
    sentences: sampled ? [...sentences, onlyConsidered] : sentences,
  };
}

/** The proof that no package gives all what they have without an agreement, not with numbers between those considered either; null without one. */
function withNumbersBetween({ scores, between }: Compiled): bounding.AgreementZone | null {
  if (!between.every(Number.isFinite)) return null;
  const floors = scores.floors.map((floor, p) => floor - Math.ceil(between[p] ?? 0));
  const zone = bounding.agreementZone({ ...scores, floors });
  return !('refused' in zone) && zone.kind === 'empty' ? zone : null;
}

const maybeBetween =
  'No package of the numbers that are considered gives every party what it has without an agreement. Between these numbers there may be one: consider more of them (--samples), or give the ranges a step.';

const nothing = { size: null, certificate: null, leastSacrifice: null };

const whenOpen = (zone: bounding.AgreementZone, sentence: string): string =>
  !('refused' in zone) && zone.kind === 'open'
    ? sentence
    : 'There is room for agreement: the outcomes of the frontier give every party at least what it has without one.';

function sacrificed(compiled: Compiled, zone: bounding.AgreementZone, sentence: string) {
  const { scores } = compiled;
  const least = bounding.leastSacrifice(scores);
  const hasWeights = !('refused' in zone) && zone.kind === 'empty' && zone.proof.kind === 'weights';
  const isFound = !('refused' in least) && least.kind === 'found';
  return {
    kind: 'empty' as const,
    proved: true,
    certificate: hasWeights && zone.proof.kind === 'weights' ? zone.proof.weights : null,
    leastSacrifice: isFound
      ? {
          ...choiceOf(compiled, least.largest.package, least.largest.totals),
          short: utilitiesOf(compiled, least.largest.short),
          proved: least.largest.proved,
        }
      : null,
    sentences: [sentence, bounding.leastSacrificeInWords(scores, least)],
  };
}

function measured({ scores }: Compiled): { readonly size: ZoneShare | null; readonly sentences: readonly string[] } {
  const size = bounding.zoneSize(scores, seeded(1), counted);
  const sentences = [bounding.zoneSizeInWords(size)];
  if ('refused' in size) return { size: null, sentences: [] };
  const { of, share } = size;
  return size.kind === 'counted'
    ? { size: { of, packages: size.packages, share, interval: null }, sentences }
    : { size: { of, packages: null, share, interval: { from: size.interval.from, to: size.interval.to } }, sentences };
}
