import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { currentOf, openRounds, reports, type Entry } from '../../domain/index.ts';
import { casePage, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { CasePage } from '../shell.tsx';
import { DeadlineItem, IssueItem, PlaceItem, ReportItem, RoundItem } from './items.tsx';
import { managesCase } from './may-manage.ts';
import { InstitutionItem, OpeningItem, RulesItem } from './opening-items.tsx';

/** The agenda as far as the viewer knows it. */
export function agendaPage(app: Hono, context: Context): void {
  casePage(app, context, '/agenda', (view) => <Agenda view={view} />);
}

const Agenda = ({ view }: { readonly view: View }) => {
  const { file, now, base } = view;
  const manages = managesCase(view);
  const issues = currentOf(file, 'issue');
  const deadlines = [...currentOf(file, 'deadline')].sort((a, b) => (a.fact.falls < b.fact.falls ? -1 : 1));
  const coming = deadlines.filter(({ fact }) => fact.falls > now);
  const passed = deadlines.filter(({ fact }) => fact.falls <= now).reverse();
  const rounds = currentOf(file, 'round').toReversed();
  const places = [...currentOf(file, 'track'), ...currentOf(file, 'venue')];
  const reported = reports(file).toReversed();
  return (
    <CasePage view={view} title="Agenda" here="/agenda">
      <h1>Agenda</h1>
      {manages && (
        <p class="acts">
          <a href={`${base}/agenda/issue`}>Put an issue on the agenda</a>
          <a href={`${base}/agenda/deadline`}>Set a deadline</a>
          <a href={`${base}/agenda/round`}>Open a round</a>
          <a href={`${base}/agenda/place`}>Add a track or a venue</a>
          <a href={`${base}/agenda/report`}>File a report</a>
        </p>
      )}
      <Part
        id="issues"
        title="Issues"
        entries={issues}
        empty="Matters to be settled appear here, each with what an answer can be. You know of none yet."
      >
        {issues.map((entry) => (
          <IssueItem entry={entry} view={view} />
        ))}
      </Part>
      <Part
        id="deadlines"
        title="Deadlines"
        entries={deadlines}
        empty="Dates that change what can still be done appear here, with what happens then. You know of none."
      >
        {[...coming, ...passed].map((entry) => (
          <DeadlineItem entry={entry} view={view} />
        ))}
      </Part>
      <Part
        id="rounds"
        title="Rounds"
        entries={rounds}
        empty="Rounds of talks appear here, open or closed. You know of none."
      >
        {rounds.map((entry) => (
          <RoundItem
            entry={entry}
            view={view}
            acts={
              manages &&
              openRounds(file).includes(entry) && (
                <a href={`${base}/agenda/round/${entry.id}/close`}>Close this round</a>
              )
            }
          />
        ))}
      </Part>
      <Part
        id="places"
        title="Tracks and venues"
        entries={places}
        empty="Strands of the talks, and the places that receive them, appear here. You know of none."
      >
        {places.map((entry) => (
          <PlaceItem entry={entry} view={view} />
        ))}
      </Part>
      <Part
        id="reports"
        title="Reports"
        entries={reported}
        empty="What happens outside the room appears here, with who says so. You know of none."
      >
        {reported.map((entry) => (
          <ReportItem entry={entry} view={view} />
        ))}
      </Part>
      <section aria-labelledby="case">
        <h2 id="case">The case</h2>
        {currentOf(file, 'opening').map((entry) => (
          <OpeningItem entry={entry} view={view} />
        ))}
        {currentOf(file, 'institution').map((entry) => (
          <InstitutionItem entry={entry} view={view} />
        ))}
        {currentOf(file, 'rules').map((entry) => (
          <RulesItem
            entry={entry}
            view={view}
            acts={manages && <a href={`${base}/agenda/rules`}>Change the rules</a>}
          />
        ))}
      </section>
    </CasePage>
  );
};

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly Entry[];
  /** What will be here, when nothing is. */
  readonly empty: string;
  readonly children?: Child;
}

const Part = ({ id, title, entries, empty, children }: PartProps) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {entries.length === 0 ? <p class="empty">{empty}</p> : children}
  </section>
);
