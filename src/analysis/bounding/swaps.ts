import { lackOf } from './aim.ts';
import type { Guide } from './guide.ts';
import type { Choice, Task } from './multipliers.ts';

/**
 * Betters a choice by changing one block or two at a time until neither helps. What is not allowed counts below what is, by how much it
 * lacks. Changes that lose more in the weighted sum than anything better can lose are left out.
 */
export function swapped({ blocks, aim, unit }: Task, guide: Guide, start: Choice): Choice {
  const n = unit.length;
  const { losses, places } = guide;
  const chosen = start.chosen.slice();
  const gains = start.gains.slice();
  const once = new Float64Array(n);
  const twice = new Float64Array(n);
  let lack = 0;
  let value = 0;
  let loss = 0;
  let mostLoss = 0;
  take(gains);
  // Goes on from where the last change was made; done when a whole round changed nothing.
  for (let still = 0, b = 0; still < blocks.count; b = (b + 1) % blocks.count) still = improve(b) ? 0 : still + 1;
  return { chosen, gains };

  function improve(b: number): boolean {
    const without = loss - losses[chosen[b]!]!;
    for (const place of places[b]!) {
      if (without + losses[place]! - largestLossAfter(b) > mostLoss) break;
      if (place === chosen[b]) continue;
      change(once, gains, b, place);
      if (without + losses[place]! <= mostLoss && isBetter(once)) {
        chosen[b] = place;
        take(once);
        return true;
      }
      for (let c = b + 1; c < blocks.count; c++) {
        const left = without + losses[place]! - losses[chosen[c]!]!;
        for (const other of places[c]!) {
          if (left + losses[other]! > mostLoss) break;
          if (other === chosen[c]) continue;
          change(twice, once, c, other);
          if (!isBetter(twice)) continue;
          chosen[b] = place;
          chosen[c] = other;
          take(twice);
          return true;
        }
      }
    }
    return false;
  }

  /** The most that changing one more block can win back. */
  function largestLossAfter(b: number): number {
    let largest = 0;
    for (let c = b + 1; c < blocks.count; c++) largest = Math.max(largest, losses[chosen[c]!]!);
    return largest;
  }

  function change(to: Float64Array, from: Float64Array, b: number, place: number): void {
    const was = chosen[b]!;
    for (let p = 0; p < n; p++) to[p] = from[p]! + blocks.of[p]![place]! - blocks.of[p]![was]!;
  }

  function isBetter(g: Float64Array): boolean {
    const l = lackOf(aim.least, unit, g);
    if (l > 0 || lack > 0) return l < lack * (1 - 1e-12);
    const v = aim.value(g);
    return v > value + 1e-12 * Math.abs(value);
  }

  function take(g: Float64Array): void {
    gains.set(g);
    lack = lackOf(aim.least, unit, gains);
    value = aim.value(gains);
    loss = chosen.reduce((sum, place) => sum + losses[place]!, 0);
    mostLoss = lack > 0 ? Infinity : guide.reach - aim.needed(guide.lambda, value) + guide.margin;
  }
}
