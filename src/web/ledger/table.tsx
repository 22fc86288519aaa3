import {
  entryWithId,
  isRefusal,
  ledger,
  mayMediate,
  stateOf,
  type CaseFile,
  type DisclosedItem,
  type LedgerLine,
} from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { Words } from '../entries/card.tsx';
import { addressOf, itemInWords, permissionInWords, recipientInWords } from '../entries/line.tsx';
import { roomAddress, roomOf } from '../entries/room-of.ts';
import { Time } from '../times.tsx';

/** Every disclosure, newest first: when, what, from which room to whom, by whom, on what permission, how reworded, and whether it still stands. */
export const LedgerTable = ({ view }: { readonly view: View }) => {
  const lines = ledger(view.file);
  if (lines.length === 0)
    return (
      <p class="empty">
        Nothing has been disclosed yet. Every carry, and every proposal of the mediation’s own, is noted here: what, to
        whom, by whom, and on what permission.
      </p>
    );
  return (
    <div class="wide" tabindex={0} role="region" aria-labelledby="disclosures">
      <table class="ledger">
        <thead>
          <tr>
            {['When', 'From', 'To', 'By', 'What', 'Permission', 'Wording', 'State'].map((heading) => (
              <th scope="col">{heading}</th>
            ))}
          </tr>
        </thead>
        {lines.map((line) => (
          <Line line={line} view={view} />
        ))}
      </table>
    </div>
  );
};

const Line = ({ line, view }: { readonly line: LedgerLine; readonly view: View }) => {
  const { disclosure } = line;
  const [first, ...others] = disclosure.fact.items;
  const rows = disclosure.fact.items.length;
  return (
    <tbody id={`e-${disclosure.id}`}>
      <tr>
        <th scope="rowgroup" rowspan={rows}>
          <Time at={disclosure.at} file={view.file} />
        </th>
        <td rowspan={rows} data-of="From">
          <From line={line} view={view} />
        </td>
        <td rowspan={rows} data-of="To">
          <bdi>{recipientInWords(view.file, disclosure.fact.to)}</bdi>
        </td>
        <td rowspan={rows} data-of="By">
          <bdi>{disclosure.by.name}</bdi>
        </td>
        {first !== undefined && <Item item={first} />}
        <td rowspan={rows} data-of="State">
          <State line={line} view={view} />
        </td>
      </tr>
      {others.map((item) => (
        <tr>
          <Item item={item} />
        </tr>
      ))}
    </tbody>
  );
};

const Item = ({ item }: { readonly item: DisclosedItem }) => (
  <>
    <td data-of="What">
      <bdi>{itemInWords(item)}</bdi>
    </td>
    <td class={`release ${item.permission}`} data-of="Permission">
      {permissionInWords[item.permission]}
    </td>
    <td data-of="Wording">
      {item.reworded === null ? (
        'as given'
      ) : (
        <details>
          <summary>Reworded</summary>
          <p class="note-mark">The side’s words:</p>
          <Before words={item.reworded.from} />
          <p class="note-mark">As carried:</p>
          <Before words={item.reworded.to} />
        </details>
      )}
    </td>
  </>
);

const Before = ({ words }: { readonly words: string }) => (words === '' ? <p>(none)</p> : <Words text={words} />);

/** The room that the words came from, and whether the side was named. */
const From = ({ line: { disclosure }, view }: { readonly line: LedgerLine; readonly view: View }) => {
  const source = disclosure.fact.source === null ? null : entryWithId(view.file, disclosure.fact.source);
  if (source === null) return <>the mediation itself</>;
  const room = roomOf(view.file, source.audience);
  return (
    <>
      <a href={`${roomAddress(view, room)}#e-${source.id}`}>
        <bdi>{room.name}</bdi>
      </a>
      <small>{disclosure.fact.attribution === 'attributed' ? 'named as theirs' : 'as the mediation’s own idea'}</small>
    </>
  );
};

/** Whether what was put still stands, with the way to it and the way to withdraw it. */
const State = ({ line: { put }, view }: { readonly line: LedgerLine; readonly view: View }) => {
  if (put === null) return <>—</>;
  if (put.fact.kind === 'sealedQuestion') return <a href={addressOf(view, put)}>sealed answers</a>;
  const state = stateOf(view.file, { ...put, fact: put.fact }, view.now);
  return (
    <>
      <a href={`${roomAddress(view, roomOf(view.file, put.audience))}#e-${put.id}`}>{state}</a>
      {state === 'standing' && mayWithdraw(view.file, view) && (
        <small>
          <a href={`${view.base}/withdraw/${put.id}`}>Withdraw</a>
        </small>
      )}
    </>
  );
};

const mayWithdraw = (file: CaseFile, { actor }: View): boolean => !isRefusal(mayMediate(file, actor, 'withdraw'));
