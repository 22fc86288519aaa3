import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { casePage, type View } from '../case-page.tsx';
import { CasePage } from '../shell.tsx';
import { TableLinks } from './links.tsx';
import { StandingGrid } from './standing-grid.tsx';
import { Briefly } from './briefly.tsx';

/** The table: where the sides stand on every issue, as far as the viewer knows. */
export function tablePages(app: Hono, context: Context): void {
  casePage(app, context, '/table', (view) => <TablePage view={view} />);
}

const TablePage = ({ view }: { readonly view: View }) => (
  <CasePage view={view} title="Where they stand" here="/table">
    <h1>Where they stand</h1>
    <TableLinks view={view} here="/table" />
    <Briefly view={view} />
    <StandingGrid view={view} />
  </CasePage>
);
