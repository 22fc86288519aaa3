import type { FC } from 'hono/jsx';
import type { Method } from '../../analysis/index.ts';

/** What a method is, what it assumes and when it misleads, on demand. */
export const MethodWords: FC<{ readonly method: Method; readonly open?: boolean }> = ({ method, open }) => (
  <details class="method" open={open === true}>
    <summary>What this is: {method.name}</summary>
    <MethodText method={method} />
  </details>
);

/** The words themselves, where something else opens them. */
export const MethodText: FC<{ readonly method: Method }> = ({ method }) => (
  <>
    <p>{method.definition}</p>
    <p>
      <strong>It assumes:</strong> {method.assumes}
    </p>
    <p>
      <strong>It misleads:</strong> {method.misleads}
    </p>
    <p>
      <small>{method.source}</small>
    </p>
  </>
);
