import { readFileSync } from 'node:fs';
import { format } from 'oxfmt';

const { printWidth } = JSON.parse(readFileSync(new URL('../../.oxfmtrc.json', import.meta.url), 'utf8')) as {
  readonly printWidth: number;
};

/** A value as a JSON file of this project has it, formatted as all are. */
export async function jsonFile(value: object): Promise<string> {
  const { code, errors } = await format('published.json', JSON.stringify(value, null, 2), { printWidth });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return code;
}
