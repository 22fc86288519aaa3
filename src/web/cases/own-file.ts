import type { Hono } from 'hono';
import { openingOf, type CaseFile } from '../../domain/index.ts';
import { caseFileToJson, caseFileToYaml } from '../../formats/index.ts';
import { casePage } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { keyFor } from './keys.ts';

/** A viewer's own file of a case, to keep and to read elsewhere: the same bytes as long as nothing was added. */
export function ownFile(app: Hono, context: Context): void {
  casePage(app, context, '/file.json', ({ file }, request) =>
    request.body(caseFileToJson(file), 200, attachment(file, 'json')),
  );
  casePage(app, context, '/file.yaml', ({ file }, request) =>
    request.body(caseFileToYaml(file), 200, attachment(file, 'yaml')),
  );
}

const attachment = (file: CaseFile, ending: 'json' | 'yaml'): Record<string, string> => ({
  'content-type': `application/${ending}; charset=utf-8`,
  'content-disposition': `attachment; filename="${keyFor(openingOf(file)?.name ?? '', 'case', [])}.${ending}"`,
});
