import type { Child, FC } from 'hono/jsx';
import { parties, type Entry, type FactOf } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { PartyMark, releaseInWords, Words } from '../entries/card.tsx';
import { standingInWords } from '../people/role.ts';
import { Item } from './item.tsx';

/** How the case began: what it is about, where its facts come from, the sides. */
export const OpeningItem: FC<{ readonly entry: Entry<FactOf<'opening'>>; readonly view: View }> = ({ entry, view }) => (
  <Item entry={entry} view={view}>
    <h3>
      <bdi>{entry.fact.name}</bdi>
    </h3>
    {entry.fact.summary !== '' && <Words text={entry.fact.summary} />}
    {entry.fact.provenance !== '' && (
      <>
        <h4>Where its facts come from</h4>
        <Words text={entry.fact.provenance} />
      </>
    )}
    <h4>The sides</h4>
    <ul>
      {parties(view.file).map((party) => (
        <li>
          <PartyMark party={party.key} view={view} />
          <bdi>{party.name}</bdi>
          {party.description !== '' && (
            <>
              : <bdi>{party.description}</bdi>
            </>
          )}
        </li>
      ))}
    </ul>
    <p>
      Times are shown in <bdi>{entry.fact.timeZone}</bdi>.{' '}
      {entry.fact.existence === 'public'
        ? 'Readers may know that the case exists.'
        : 'That the case exists is confidential.'}
    </p>
  </Item>
);

/** A mediating institution and its standing. */
export const InstitutionItem: FC<{ readonly entry: Entry<FactOf<'institution'>>; readonly view: View }> = ({
  entry,
  view,
}) => (
  <Item entry={entry} view={view}>
    <h3>
      <bdi>{entry.fact.name}</bdi>
    </h3>
    <p>Mediates: {standingInWords[entry.fact.standing]}.</p>
  </Item>
);

/** The rules in force. */
export const RulesItem: FC<{ readonly entry: Entry<FactOf<'rules'>>; readonly view: View; readonly acts?: Child }> = ({
  entry,
  view,
  acts,
}) => (
  <Item entry={entry} view={view} acts={acts}>
    <h3>The rules</h3>
    <p>A term for which its side says nothing: {releaseInWords[entry.fact.defaultRelease].toLowerCase()}.</p>
    <p>When a side’s term is carried, the side {entry.fact.receipts ? 'is told: it gets a receipt' : 'is not told'}.</p>
  </Item>
);
