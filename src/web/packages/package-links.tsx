import type { FC } from 'hono/jsx';
import type { View } from '../case-page.tsx';

/** The pages of packages, one beside the other. */
export const PackageLinks: FC<{ readonly view: View; readonly here: string }> = ({ view, here }) => (
  <nav class="pages lesser" aria-label="Packages">
    <ul>
      {pagesFor(view).map(([address, label]) => (
        <li>
          <a href={`${view.base}${address}`} aria-current={address === here ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** A delegate's file holds one side's points at most, of which there is no frontier and nothing to suggest between sides. */
const pagesFor = ({ actor }: View): readonly (readonly [string, string])[] => [
  ['/packages', actor.role.kind === 'delegate' ? 'On the table' : 'Suggestions'],
  ['/packages/build', 'Build by hand'],
  ['/packages/compare', 'Compare'],
  ...(actor.role.kind === 'delegate' ? [] : ([['/packages/frontier', 'The frontier']] as const)),
];
