import type { Method } from '../analysis/index.ts';
import { wrapped } from './wrapped.ts';

/** What a method means, what it assumes, when it misleads, and who it is by, as lines of at most so many columns. */
export const methodLines = ({ definition, assumes, misleads, source }: Method, columns: number): readonly string[] => [
  ...wrapped(definition, columns),
  ...wrapped(`It assumes: ${assumes}`, columns),
  ...wrapped(`It misleads: ${misleads}`, columns),
  ...wrapped(`Source: ${source}.`, columns),
];
