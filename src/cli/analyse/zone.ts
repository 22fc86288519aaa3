import { bounding, seeded, type Frontier } from '../../analysis/index.ts';
import type { Tell } from '../progress/progress.ts';
import type { ZoneFound, ZoneShare } from './analysis.ts';
import { choiceOf, utilitiesOf } from './answers.ts';
import type { Compiled } from './compiled.ts';

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
    return { ...nothing, kind: 'open', proved: true, size, sentences: [...whenOpen(zone, sentence), ...sentences] };
  }
  const isEmpty =
    (acceptable?.exact === true && acceptable.size === 0) || (!('refused' in zone) && zone.kind === 'empty');
  if (!isEmpty) return { ...nothing, kind: 'unknown', proved: false, sentences: [sentence] };
  tell({ doing: 'the least sacrifice that would open a zone', expected: null });
  return { ...nothing, ...sacrificed(compiled, zone, sentence) };
}

const nothing = { size: null, certificate: null, leastSacrifice: null };

const whenOpen = (zone: bounding.AgreementZone, sentence: string): readonly string[] =>
  'refused' in zone || zone.kind !== 'open' ? [] : [sentence];

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
  if ('refused' in size) return { size: null, sentences };
  const { of, share } = size;
  return size.kind === 'counted'
    ? { size: { of, packages: size.packages, share, interval: null }, sentences }
    : { size: { of, packages: null, share, interval: { from: size.interval.from, to: size.interval.to } }, sentences };
}
