import type { Hono } from 'hono';
import { openingOf, type CaseFile } from '../../domain/index.ts';
import { caseFileToJson, caseFileToYaml } from '../../formats/index.ts';
import { casePage } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { keyFor } from './keys.ts';

/** A viewer's own file of a case, to keep and to read elsewhere: the same bytes as long as nothing was added. */
export function ownFile(app: Hono, context: Context): void {
  casePage(app, context, '/file.json', ({ file }) =>
    attachment(caseFileToJson(file), file, 'json', 'application/json; charset=utf-8'),
  );
  casePage(app, context, '/file.yaml', ({ file }) =>
    attachment(caseFileToYaml(file), file, 'yaml', 'application/yaml; charset=utf-8'),
  );
}

const attachment = (text: string, file: CaseFile, ending: 'json' | 'yaml', type: string): Response =>
  new Response(text, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${keyFor(openingOf(file)?.name ?? '', 'case', [])}.${ending}"`,
    },
  });
