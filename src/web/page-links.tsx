import type { FC } from 'hono/jsx';
import type { View } from './case-page.tsx';

/** Addresses within the case, each with what its link says. */
export type Pages = readonly (readonly [address: string, label: string])[];

/** Pages that belong together, one beside the other; the one that is open is marked. */
export const PageLinks: FC<{
  readonly view: View;
  readonly here: string;
  readonly label: string;
  readonly pages: Pages;
  readonly lesser?: boolean;
}> = ({ view, here, label, pages, lesser }) => (
  <nav class={lesser === true ? 'pages lesser' : 'pages'} aria-label={label}>
    <ul>
      {pages.map(([address, words]) => (
        <li>
          <a href={`${view.base}${address}`} aria-current={address === here ? 'page' : undefined}>
            {words}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
