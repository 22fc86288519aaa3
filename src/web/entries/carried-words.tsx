import type { FC } from 'hono/jsx';
import type { Bridging, Carried, CarriedTerm } from '../../domain/index.ts';
import { assentInWords, verdictInWords } from './line.tsx';

/**
 * What was carried, exactly as its recipient reads it. The preview before carrying and the recipient's page both show this and nothing
 * else of it, and it depends on nothing but the copy itself, so the two are the same to the byte.
 */
export const CarriedWords: FC<{ readonly fact: Carried }> = ({ fact }) => (
  <div class="carried">
    <p class="from">
      {fact.from === null ? (
        'An idea of the mediation:'
      ) : fact.verdict === null ? (
        <>
          <bdi>{fact.from.name}</bdi> proposes:
        </>
      ) : (
        <>
          <bdi>{fact.from.name}</bdi> answers: <strong>{verdictInWords[fact.verdict.verdict]}</strong>
          {fact.verdict.assent !== null && <> ({assentInWords[fact.verdict.assent]})</>}
        </>
      )}
    </p>
    {fact.covering !== '' && (
      <p class="words" dir="auto">
        {fact.covering}
      </p>
    )}
    <CarriedTerms terms={fact.terms} />
    {fact.expires !== null && <p class="expires">Open until {utc(fact.expires)}.</p>}
  </div>
);

/** A proposal of the mediation's own, exactly as its recipients read it; previewed with the same component. */
export const BridgingWords: FC<{ readonly fact: Bridging; readonly recipients: string }> = ({ fact, recipients }) => (
  <div class="carried">
    <p class="from">
      {fact.form === 'nonPaper' ? 'A non-paper' : 'A bridging proposal of the mediation'}
      {fact.to.length > 1 && (
        <>
          , put jointly to <bdi>{recipients}</bdi>
        </>
      )}
      : <strong dir="auto">{fact.title}</strong>
    </p>
    {fact.words !== '' && (
      <p class="words" dir="auto">
        {fact.words}
      </p>
    )}
    <CarriedTerms terms={fact.terms} />
    {fact.expires !== null && <p class="expires">Open until {utc(fact.expires)}.</p>}
  </div>
);

const CarriedTerms: FC<{ readonly terms: readonly CarriedTerm[] }> = ({ terms }) =>
  terms.length === 0 ? null : (
    <table class="terms">
      <thead>
        <tr>
          <th scope="col">Issue</th>
          <th scope="col">Term</th>
        </tr>
      </thead>
      <tbody>
        {terms.map((term) => (
          <tr>
            <th scope="row">
              <bdi>{term.issueName}</bdi>
            </th>
            <td>
              <bdi>{term.answerWords}</bdi>
              {term.words !== '' && (
                <p class="words" dir="auto">
                  {term.words}
                </p>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );

const utc = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
