import type { Chance } from '../chance.ts';
import type { Entangled } from '../frontier/index.ts';
import type { Method } from '../method.ts';
import type { Scores } from '../scores.ts';
import { percent } from '../solutions/words.ts';
import { wilson, type Interval } from '../uncertainty/wilson.ts';
import { blocksOf, type Blocks } from './blocks.ts';
import { emptyBlock } from './search.ts';
import { entangledInWords } from './words.ts';

/** The words that stand beside the size of a zone. */
export const zoneSizeMethod: Method = {
  name: 'Size of the zone of possible agreement',
  definition:
    'How many packages give every party at least what it has without an agreement, counted where the scores are coarse enough, otherwise estimated from packages drawn by chance, with a 95% confidence interval.',
  assumes: 'Reservations and scores are right. Every package that is allowed counts alike.',
  misleads:
    'Most packages are bad for everybody, so a small share of all packages can be ample room; and a zone can be open though no package drawn by chance lies in it.',
  source: 'Counting by dynamic programming: Bellman 1957; interval: Wilson 1927',
};

/** How large a zone is. */
export type ZoneSize =
  | { readonly kind: 'counted'; readonly packages: bigint; readonly of: bigint; readonly share: number }
  | {
      readonly kind: 'estimated';
      readonly of: bigint;
      readonly share: number;
      /** Of the share, 95%. */
      readonly interval: Interval;
      readonly samples: number;
    }
  | Entangled;

/** How a zone is measured. */
export interface ZoneSizeOptions {
  /** The most distinct partial totals that are held to count; 20,000 unless given. */
  readonly most?: number;
  /** How many packages are drawn where counting takes more; 20,000 unless given. */
  readonly samples?: number;
}

/**
 * How many of the allowed packages reach every floor. Counted by merging equal partial totals; a party that is sure of its floor, and one
 * that has none, is no longer told apart. Where that holds too many, estimated by chance; the same chance gives the same estimate.
 */
export function zoneSize(
  scores: Scores,
  chance: Chance,
  { most = 20_000, samples = 20_000 }: ZoneSizeOptions = {},
): ZoneSize {
  const blocks = blocksOf(scores, 'all');
  if ('refused' in blocks) return blocks;
  let of = 1n;
  for (let b = 0; b < blocks.count; b++) of *= BigInt(blocks.first[b + 1]! - blocks.first[b]!);
  const floors = scores.floors.map((floor) => Math.ceil(floor));
  const packages = emptyBlock(blocks) ? 0n : counted(blocks, floors, most);
  if (packages !== null)
    return { kind: 'counted', packages, of, share: of === 0n ? 0 : Number((packages * 10n ** 18n) / of) / 1e18 };
  let hits = 0;
  for (let s = 0; s < samples; s++) if (reachesBy(blocks, floors, chance)) hits++;
  return { kind: 'estimated', of, share: hits / samples, interval: wilson(hits, samples), samples };
}

function reachesBy(blocks: Blocks, floors: readonly number[], chance: Chance): boolean {
  const totals = floors.map(() => 0);
  for (let b = 0; b < blocks.count; b++) {
    const from = blocks.first[b]!;
    const place = from + Math.floor(chance() * (blocks.first[b + 1]! - from));
    for (let p = 0; p < totals.length; p++) totals[p] = totals[p]! + blocks.of[p]![place]!;
  }
  return totals.every((total, p) => total >= floors[p]!);
}

/** Partial packages that lack the same to every floor, and how many they are. */
interface Alike {
  readonly lacks: readonly number[];
  count: bigint;
}

/** How many packages reach the floors; null if more than `most` partial totals differ. What is held is what is still lacked to each floor. */
function counted(blocks: Blocks, floors: readonly number[], most: number): bigint | null {
  const bound = [...floors.keys()].filter((p) => floors[p] !== -Infinity);
  const ends = bound.map((p) => endsOf(blocks, p));
  let alike = new Map<string, Alike>([['', { lacks: bound.map((p) => floors[p]!), count: 1n }]]);
  let sure = 0n;
  for (let b = 0; b < blocks.count; b++) {
    const next = new Map<string, Alike>();
    let width = 1n;
    for (let c = b + 1; c < blocks.count; c++) width *= BigInt(blocks.first[c + 1]! - blocks.first[c]!);
    for (const { lacks, count } of alike.values())
      for (let place = blocks.first[b]!; place < blocks.first[b + 1]!; place++) {
        const left = lacks.map((lack, j) => {
          const still = lack - blocks.of[bound[j]!]![place]!;
          return still <= ends[j]!.low[b + 1]! ? -Infinity : still;
        });
        if (left.some((lack, j) => lack > ends[j]!.high[b + 1]!)) continue;
        if (left.every((lack) => lack === -Infinity)) {
          sure += count * width;
          continue;
        }
        const key = left.join();
        const known = next.get(key);
        if (known) known.count += count;
        else next.set(key, { lacks: left, count });
        if (next.size > most) return null;
      }
    alike = next;
  }
  return blocks.count === 0 && bound.every((p) => floors[p]! <= 0) ? 1n : sure;
}

/** The least and the most that the blocks from each one on give a party. */
function endsOf(blocks: Blocks, p: number): { readonly low: Float64Array; readonly high: Float64Array } {
  const low = new Float64Array(blocks.count + 1);
  const high = new Float64Array(blocks.count + 1);
  for (let b = blocks.count - 1; b >= 0; b--) {
    const values = blocks.of[p]!.subarray(blocks.first[b], blocks.first[b + 1]);
    low[b] = low[b + 1]! + values.reduce((a, v) => Math.min(a, v), Infinity);
    high[b] = high[b + 1]! + values.reduce((a, v) => Math.max(a, v), -Infinity);
  }
  return { low, high };
}

/** The result in a sentence. */
export function zoneSizeInWords(size: ZoneSize): string {
  if ('refused' in size) return entangledInWords;
  const all = `${size.of.toLocaleString('en')} allowed packages`;
  if (size.kind === 'counted')
    return `${size.packages.toLocaleString('en')} of ${all} (${percentSmall(size.share)}) give every party at least what it has without an agreement.`;
  return `About ${percentSmall(size.share)} of ${all} give every party at least what it has without an agreement (95% interval ${percentSmall(size.interval.from)} to ${percentSmall(size.interval.to)}, from ${size.samples.toLocaleString('en')} drawn by chance).`;
}

function percentSmall(share: number): string {
  return share > 0 && share < 0.001 ? `${(share * 100).toPrecision(2)}%` : percent(share);
}
