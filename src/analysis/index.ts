export { directionOf, gapBetween, type Direction, type GapScale } from './gap.ts';
