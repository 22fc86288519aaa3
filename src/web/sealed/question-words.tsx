import type { FC } from 'hono/jsx';
import { listed, partyName, ruleInWords, type SealedQuestion } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { BridgingWords } from '../entries/carried-words.tsx';
import { Time } from '../times.tsx';

/** What is put for sealed answers, exactly as every side reads it, with the rule. */
export const QuestionWords: FC<{ readonly fact: SealedQuestion; readonly view: View }> = ({ fact, view }) => (
  <>
    <BridgingWords
      fact={{ ...fact, kind: 'bridging', form: 'bridging', expires: null }}
      recipients={listed(fact.to.map((key) => partyName(view.file, key)))}
    />
    <section class="rule" aria-label="The rule">
      <h3>The rule</h3>
      {ruleInWords(view.file, fact).map((sentence) => (
        <p>{sentence}</p>
      ))}
      <p>
        Answers are taken until <Time at={fact.closes} file={view.file} />.
      </p>
    </section>
  </>
);
