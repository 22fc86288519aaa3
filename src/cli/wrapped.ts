/** A text in lines no longer than `columns`; a word that is longer is cut. */
export function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = [''];
  for (const word of plain(text).split(/\s+/)) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length > columns) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
    for (let long = lines.at(-1) ?? ''; long.length > columns; long = lines.at(-1) ?? '')
      lines.splice(-1, 1, long.slice(0, columns), long.slice(columns));
  }
  return lines;
}

/** What somebody typed, without the characters that would make a terminal do something. */
export const plain = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/g, '');
