import type { FC } from 'hono/jsx';

/** A sentence of the analysis, in which names stand between asterisks. */
export const Marked: FC<{ readonly text: string }> = ({ text }) => (
  <>{text.split('*').map((part, i) => (i % 2 === 0 ? part : <bdi class="matter-name">{part}</bdi>))}</>
);
