import type { Child, FC } from 'hono/jsx';
import { audienceInWords, listed, partyName, type Bridging, type Carried, type Draft } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { itemInWords, permissionInWords, recipientInWords } from '../entries/line.tsx';
import { PutWords } from '../entries/put-words.tsx';
import { ProblemNote } from '../fields.tsx';
import type { Problem } from '../form.ts';
import type { Preview } from './previewing.ts';

/** The button that asks for the preview. */
export const AskForPreview: FC = () => (
  <div class="send">
    <button name="step" value="preview" class="quiet">
      Preview
    </button>
    <p class="read-by">Seen by you alone, and not recorded.</p>
  </div>
);

/** What will be read, exactly as it will be, with what is noted of it and the button that sends it. */
export const PreviewRegion: FC<{
  readonly view: View;
  readonly preview: Preview | null;
  readonly problem: Problem | null;
  readonly empty: Child;
  readonly confirm: Child;
}> = ({ view, preview, problem, empty, confirm }) => (
  <section id="preview" class="preview" aria-labelledby="preview-heading">
    <h2 id="preview-heading">What will be read</h2>
    <ProblemNote problem={problem} view={view} />
    {preview === null ? (
      <p class="empty">{empty}</p>
    ) : (
      <>
        {copiesIn(preview).map(({ fact }) => (
          <>
            <h3>
              <bdi>
                {fact.kind === 'carried'
                  ? recipientInWords(view.file, fact.to)
                  : listed(fact.to.map((key) => partyName(view.file, key)))}
              </bdi>{' '}
              will read
            </h3>
            <PutWords fact={fact} view={view} />
          </>
        ))}
        <Notes preview={preview} view={view} />
        <input type="hidden" name="previewed" value={preview.digest} />
        <div class="send">
          <button name="step" value="confirm">
            {confirm}
          </button>
          <p class="read-by">
            Read by:{' '}
            {copiesIn(preview).map(({ audience }, at) => (
              <>
                {at > 0 && '; apart from them, '}
                <strong>{audienceInWords(view.file, audience)}</strong>
              </>
            ))}
            . It cannot be unsaid.
          </p>
        </div>
      </>
    )}
  </section>
);

/** What the ledger will note, and the receipts that will be given. */
const Notes = ({ preview, view }: { readonly preview: Preview; readonly view: View }) => {
  const notes = preview.drafts.flatMap(({ fact }) => (fact.kind === 'disclosure' ? [fact] : []));
  const receipt = preview.drafts.find(({ fact }) => fact.kind === 'receipt');
  const from = notes[0]?.from ?? null;
  return (
    <>
      <h3>What the ledger will note</h3>
      <ul>
        {notes.flatMap((note) =>
          note.items.map((item) => (
            <li>
              <bdi>{itemInWords(item)}</bdi>, to <bdi>{recipientInWords(view.file, note.to)}</bdi>:{' '}
              {permissionInWords[item.permission].toLowerCase()}
              {item.reworded !== null && ', reworded'}
            </li>
          )),
        )}
      </ul>
      {from !== null && (
        <p>
          {receipt === undefined ? (
            <>
              <bdi>{recipientInWords(view.file, `party:${from}`)}</bdi> gets no receipt.
            </>
          ) : (
            <>
              <bdi>{recipientInWords(view.file, `party:${from}`)}</bdi> gets a receipt: what was carried, to whom, and
              whether it was reworded.
            </>
          )}
        </p>
      )}
    </>
  );
};

function copiesIn({
  drafts,
}: Preview): readonly { readonly fact: Carried | Bridging; readonly audience: Draft['audience'] }[] {
  return drafts.flatMap(({ fact, audience }) =>
    fact.kind === 'carried' || fact.kind === 'bridging' ? [{ fact, audience }] : [],
  );
}
