import type { Findings } from '../findings.ts';

/** A row of a table: the line on which it begins, and its cells, without blanks around those that are not quoted. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** No table of points has more rows than this. */
const mostRows = 200_000;

/**
 * The rows of a CSV text (RFC 4180) that are not blank. Commas, semicolons or tabs part the cells, whichever the first line has first
 * outside of quotes. Null when a quote does not end or stands in the wrong place, which is then among the findings.
 */
export function rowsIn(text: string, findings: Findings): readonly Row[] | null {
  const parting = partingIn(text);
  const rows: Row[] = [];
  let cells: string[] = [];
  let line = 1;
  let begun = 1;
  let at = 0;
  const wrong = (message: string): null => {
    findings.fault({ line, column: at - text.lastIndexOf('\n', at - 1), path: '' }, message);
    return null;
  };
  const endRow = () => {
    if (cells.some((cell) => cell !== '')) rows.push({ line: begun, cells });
    cells = [];
    begun = line;
  };
  while (at < text.length) {
    if (rows.length > mostRows) return wrong(`There are more than ${mostRows} rows.`);
    const blank = /[^\S\r\n\t]*/y;
    blank.lastIndex = at;
    const from = at + (blank.exec(text)?.[0].length ?? 0);
    if (text[from] === '"') {
      const quoted = /"((?:[^"]|"")*)"[^\S\r\n\t]*/y;
      quoted.lastIndex = from;
      const found = quoted.exec(text);
      if (found === null) return wrong('A quotation mark opens here and does not close.');
      const [whole, inside = ''] = found;
      cells.push(inside.replaceAll('""', '"'));
      line += inside.split('\n').length - 1;
      at = from + whole.length;
      if (at < text.length && text[at] !== parting && text[at] !== '\n' && text[at] !== '\r')
        return wrong('After a closing quotation mark there must be the end of the cell.');
    } else {
      const end = endOfCell(text, at, parting);
      cells.push(text.slice(at, end).trim());
      at = end;
    }
    if (text[at] === parting) {
      at += 1;
      if (at === text.length || text[at] === '\n' || text[at] === '\r') cells.push('');
      else continue;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    line += 1;
    endRow();
  }
  if (cells.length > 0) endRow();
  return rows;
}

function endOfCell(text: string, from: number, parting: string): number {
  let end = from;
  while (end < text.length && text[end] !== parting && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}

/** What parts the cells of the first line. */
export function partingIn(text: string): string {
  const [head = ''] = text.replaceAll(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  return /[,;\t]/.exec(head)?.[0] ?? ',';
}
