import type { FC } from 'hono/jsx';
import type { View } from '../case-page.tsx';
import { PageLinks, type Pages } from '../page-links.tsx';

/** The pages of packages, one beside the other. */
export const PackageLinks: FC<{ readonly view: View; readonly here: string }> = ({ view, here }) => (
  <PageLinks view={view} here={here} label="Packages" pages={pagesFor(view)} lesser />
);

/** A delegate's file holds one side's points at most, of which there is no frontier and nothing to suggest between sides. */
const pagesFor = ({ actor }: View): Pages => [
  ['/packages', actor.role.kind === 'delegate' ? 'On the table' : 'Suggestions'],
  ['/packages/build', 'Build by hand'],
  ['/packages/compare', 'Compare'],
  ...(actor.role.kind === 'delegate' ? [] : ([['/packages/frontier', 'The frontier']] as const)),
];
