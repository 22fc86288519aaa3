import type { Child, FC } from 'hono/jsx';
import {
  answerInWords,
  audienceInWords,
  entryOfKind,
  issueWithKey,
  partyName,
  partyLetter,
  partyOf,
  proposalNumber,
  stateOf,
  supersededBy,
  type Entry,
  type EntryId,
  type FactOf,
  type Term,
} from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { Time } from '../times.tsx';
import { assentInWords, inOneLine, receiptItemInWords, sideInWords, stanceInWords, verdictInWords } from './line.tsx';
import { PutWords } from './put-words.tsx';

/** An entry with its margin: when, and who may know, unless it stands in its room, whose band says so. `acts` are the ways on from here. */
export const EntryCard: FC<{
  readonly entry: Entry;
  readonly view: View;
  readonly acts?: Child;
  readonly inItsRoom?: boolean;
}> = ({ entry, view, acts, inItsRoom }) => (
  <article class={`entry ${entry.fact.kind}`} id={`e-${entry.id}`}>
    <div class="margin">
      <p>
        <Time at={entry.at} file={view.file} />
      </p>
      {inItsRoom !== true && <p class="who-knows">Known to {audienceInWords(view.file, entry.audience)}</p>}
    </div>
    <div class="matter">
      <p class="by">
        <SideMark entry={entry} view={view} />
        <bdi>{entry.by.name}</bdi>, <bdi>{sideInWords(view.file, entry)}</bdi>
      </p>
      <Matter entry={entry} view={view} />
      {acts !== undefined && <p class="acts">{acts}</p>}
    </div>
  </article>
);

/** A side's letter, in its own hue and pattern; nothing for the mediation. */
export const SideMark: FC<{ readonly entry: Entry; readonly view: View }> = ({ entry, view }) => {
  const party = partyOf(entry.by.as);
  return party === null ? null : <PartyMark party={party} view={view} />;
};

/** A party's letter, in its own hue and pattern. */
export const PartyMark: FC<{ readonly party: string; readonly view: View }> = ({ party, view }) => {
  const letter = partyLetter(view.file, party);
  return (
    <>
      <span class={`side side-${letter.toLowerCase()}`} aria-hidden="true">
        {letter}
      </span>{' '}
    </>
  );
};

const Matter: FC<{ readonly entry: Entry; readonly view: View }> = ({ entry, view }) => {
  const { fact } = entry;
  switch (fact.kind) {
    case 'message':
      return <Words text={fact.words} />;
    case 'proposal':
      return <ProposalMatter entry={entry as Entry<FactOf<'proposal'>>} view={view} />;
    case 'response':
      return (
        <>
          <h3>
            Answer: {verdictInWords[fact.verdict]}
            {fact.assent !== null && ` (${assentInWords[fact.assent]})`}
            {supersededBy(view.file, entry.id) !== null && <span class="state"> · replaced by a later answer</span>}
          </h3>
          <p class="release">The answer {fact.release === 'convey' ? 'may be conveyed as ours' : 'is held'}.</p>
          {fact.terms.length > 0 && (
            <TermsTable
              terms={fact.terms}
              view={view}
              caption={fact.verdict === 'acceptIf' ? 'On these conditions' : 'The counter'}
            />
          )}
          {fact.note !== '' && <Words text={fact.note} />}
        </>
      );
    case 'carried':
    case 'bridging':
      return (
        <>
          <PutWords fact={fact} view={view} />
          {fact.kind === 'carried' && <Answered id={fact.about} view={view} />}
          <Superseded entry={entry} view={view} />
        </>
      );
    case 'receipt':
      return (
        <>
          <h3>Receipt</h3>
          <p>
            Carried to <bdi>{fact.to}</bdi>,{' '}
            {fact.attribution === 'attributed' ? 'as yours' : 'as an idea of the mediation’s own'}:
          </p>
          <ul>
            {fact.items.map((item) => (
              <li>
                <bdi>{receiptItemInWords(item.what)}</bdi>
                {item.reworded && ' (reworded by the mediation)'}
              </li>
            ))}
          </ul>
        </>
      );
    case 'position':
      return (
        <>
          <h3>
            {stanceInWords[fact.stance]} on <bdi>{issueWithKey(view.file, fact.issue)?.name ?? fact.issue}</bdi>
            {entry.by.as !== `party:${fact.party}` && (
              <>
                {' '}
                of <bdi>{partyName(view.file, fact.party)}</bdi>, as the mediation understands it
              </>
            )}
          </h3>
          {fact.answer !== null && (
            <p>
              <bdi>{answerInWords(issueWithKey(view.file, fact.issue), fact.answer)}</bdi>
            </p>
          )}
          {fact.words !== '' && <Words text={fact.words} />}
        </>
      );
    case 'withdrawal':
      return (
        <>
          <h3>Withdrawn</h3>
          {fact.reason !== '' && <Words text={fact.reason} />}
        </>
      );
    default:
      return <p>{inOneLine(view.file, entry)}</p>;
  }
};

const ProposalMatter: FC<{ readonly entry: Entry<FactOf<'proposal'>>; readonly view: View }> = ({ entry, view }) => {
  const state = stateOf(view.file, entry, view.now);
  return (
    <>
      <h3>
        <a href={`${view.base}/proposals/${entry.id}`}>
          Proposal {proposalNumber(view.file, entry.id)} of <bdi>{partyName(view.file, entry.fact.party)}</bdi>
        </a>
        {state !== 'standing' && <span class="state"> · {state}</span>}
      </h3>
      <TermsTable terms={entry.fact.terms} view={view} />
      {entry.fact.note !== '' && (
        <>
          <p class="note-mark">For the mediation alone, never carried:</p>
          <Words text={entry.fact.note} />
        </>
      )}
      {entry.fact.expires !== null && (
        <p class="expires">
          Open until <Time at={entry.fact.expires} file={view.file} />.
        </p>
      )}
    </>
  );
};

/** What a release lets the mediation do, as it reads. */
export const releaseInWords = {
  hold: 'Hold',
  float: 'May be floated as the mediation’s own idea',
  convey: 'May be conveyed as ours',
} as const;

/** Terms with their releases, for those who may know both. */
export const TermsTable: FC<{ readonly terms: readonly Term[]; readonly view: View; readonly caption?: string }> = ({
  terms,
  view,
  caption,
}) => (
  <table class="terms">
    {caption !== undefined && <caption>{caption}</caption>}
    <thead>
      <tr>
        <th scope="col">Issue</th>
        <th scope="col">Term</th>
        <th scope="col">Release</th>
      </tr>
    </thead>
    <tbody>
      {terms.map((term) => {
        const issue = issueWithKey(view.file, term.issue);
        return (
          <tr>
            <th scope="row">
              <bdi>{issue?.name ?? term.issue}</bdi>
            </th>
            <td>
              <bdi>{answerInWords(issue, term.answer)}</bdi>
              {term.words !== '' && <Words text={term.words} />}
            </td>
            <td class={`release ${term.release}`}>{releaseInWords[term.release]}</td>
          </tr>
        );
      })}
    </tbody>
  </table>
);

/** The reader's own proposal that an answer brought back is about. */
const Answered: FC<{ readonly id: EntryId | null; readonly view: View }> = ({ id, view }) => {
  const proposal = id === null ? null : entryOfKind(view.file, 'proposal', id);
  return proposal === null ? null : (
    <p class="about">
      On <a href={`${view.base}/proposals/${proposal.id}`}>proposal {proposalNumber(view.file, proposal.id)}</a>.
    </p>
  );
};

const Superseded: FC<{ readonly entry: Entry; readonly view: View }> = ({ entry, view }) => {
  const next = supersededBy(view.file, entry.id);
  return next === null ? null : (
    <p class="state">{next.fact.kind === 'withdrawal' ? 'Withdrawn since.' : 'Replaced since.'}</p>
  );
};

/** Somebody's words, in their own direction, with their line ends. */
export const Words: FC<{ readonly text: string }> = ({ text }) => (
  <p class="words" dir="auto">
    {text}
  </p>
);
