import { z } from 'zod';
import type { CaseId, Head } from '../domain/index.ts';
import type { Verification } from '../store/index.ts';

/** The ends of a case's chains as they are exported. */
export interface HeadsDocument {
  readonly parley: 'ledger heads';
  readonly case: CaseId;
  readonly at: string;
  readonly heads: readonly Head[];
}

/** The heads that a verification found, to be kept elsewhere. */
export const headsDocument = ({ caseId, heads }: Verification, now: Date): HeadsDocument => ({
  parley: 'ledger heads',
  case: caseId,
  at: now.toISOString(),
  heads: [...heads].sort((a, b) => (a.audience.join() < b.audience.join() ? -1 : 1)),
});

const shape = z.object({
  parley: z.literal('ledger heads'),
  case: z.uuid(),
  at: z.string(),
  heads: z.array(
    z.object({
      audience: z.array(z.string()).min(1),
      length: z.int().min(0),
      hash: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

/** Exported heads as they were written, or null when the text is none. */
export function readHeads(text: string): HeadsDocument | null {
  const read = shape.safeParse(parsed(text));
  return read.success ? { ...read.data, case: read.data.case as CaseId } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
