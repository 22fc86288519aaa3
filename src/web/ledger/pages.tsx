import type { Hono } from 'hono';
import { standingOf } from '../../domain/index.ts';
import { casePage, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { Form } from '../form.ts';
import { CasePage } from '../shell.tsx';
import { KnownTo } from './known-to.tsx';
import { LedgerTable } from './table.tsx';

/** The ledger of disclosures, for those who mediate. */
export function ledgerPages(app: Hono, context: Context): void {
  casePage(app, context, '/ledger', (view, request) =>
    keepsLedger(view) ? <Ledger view={view} form={new Form(Object.entries(request.req.query()))} /> : null,
  );
}

const Ledger = ({ view, form }: { readonly view: View; readonly form: Form }) => (
  <CasePage view={view} title="Ledger" here="/ledger">
    <h1>Ledger</h1>
    <KnownTo view={view} form={form} />
    <h2 id="disclosures">What was disclosed</h2>
    <LedgerTable view={view} />
    <p class="hint">
      The entries are chained. <code>bin/parley ledger verify</code> finds any that was changed, removed or moved,
      against the heads that it exports.
    </p>
  </CasePage>
);

/** Whether the person is among those who keep the ledger: all who mediate, but observers. */
function keepsLedger({ file, actor }: View): boolean {
  const standing = standingOf(file, actor);
  return standing !== null && standing !== 'observer';
}
