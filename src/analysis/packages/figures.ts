import { figure } from '../solutions/words.ts';

/** A number of points as it reads, with a true minus sign. */
export function pointsInWords(points: number): string {
  return figure(points).replace('-', '−');
}

/** A change of points as it reads: with its sign, or “no change”. */
export function changeInWords(points: number): string {
  if (points === 0) return 'no change';
  return points > 0 ? `+${pointsInWords(points)}` : pointsInWords(points);
}
