import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  writeGenius,
  writeGeniusweb,
  writeNegmas,
  type ToWrite,
  type Written,
  type WrittenFile,
} from '../../formats/index.ts';
import { answered, refused } from '../answer.ts';
import { command } from '../command.ts';
import { withScenario } from '../scenario-at.ts';
import { forceArg, rawArg, scenarioArgs } from '../scenario-args.ts';
import { plain, wrapped } from '../wrapped.ts';

const formats = { genius: writeGenius, negmas: writeNegmas, geniusweb: writeGeniusweb } as const satisfies Record<
  string,
  (written: ToWrite) => Written
>;

/** Writes a scenario in another program’s format. */
export const convertCommand = command({
  name: 'convert',
  does: 'Writes a scenario in the format of another program, and says what that format cannot hold.',
  more: 'Files that are there already are left alone, and nothing is written beside them, unless --force is given.',
  args: {
    ...scenarioArgs,
    ...rawArg,
    to: {
      type: 'enum',
      options: ['genius', 'negmas', 'geniusweb'],
      required: true,
      description: 'GENIUS XML, NegMAS JSON or GeniusWeb JSON.',
    },
    out: {
      type: 'string',
      valueHint: 'DIR|FILE',
      required: true,
      description: 'The folder to write to, made if there is none; or a file, where there is one to write.',
    },
    ...forceArg,
  },
  examples: [
    ['parley convert examples/river --to genius --out river-genius', 'A GENIUS domain, and a profile for each side.'],
    ['parley convert laptop/ --to negmas --out laptop-negmas', 'From whatever is in the folder to NegMAS.'],
  ],
  run: ({ path, json, raw, to, out, force }, io) =>
    withScenario({ path, json }, { genius: raw ? 'raw' : 'genius' }, io, (read) => {
      const { scenario, name, discounts, ceilings, uncertain } = read;
      if (scenario === null || to === undefined || !isFormat(to))
        return refused(
          io,
          json,
          `${plain(path)} has no scenario to write: other programs read what packages are worth to each party, which stands in a scenario file.`,
        );
      const written = formats[to]({ scenario, name, discounts, ceilings, uncertain });
      if ('refused' in written) return refused(io, json, `${plain(path)}: ${plain(written.refused)}`);
      const files = placed(written.files, out);
      if (files === null)
        return refused(
          io,
          json,
          `${plain(out)} is a file, and there are ${written.files.length} to write. Name a folder.`,
        );
      const there = files.filter(({ to: file }) => existsSync(file)).map(({ to: file }) => file);
      if (there.length > 0 && !force)
        return refused(
          io,
          json,
          `${plain(there.join(', '))} ${there.length === 1 ? 'is' : 'are'} there already; nothing was written. Use --force to write over.`,
        );
      if (files.some(({ to: file }) => file.startsWith(join(out, '/')))) mkdirSync(out, { recursive: true });
      for (const { to: file, text } of files) writeFileSync(file, text, { mode: 0o600, flag: force ? 'w' : 'wx' });
      const lost = [
        ...written.lost,
        ...(read.ceilings.some((most) => most !== null) && to !== 'genius' ? [ceilingLost] : []),
      ];
      return answered(io, json, { format: to, files: files.map(({ to: file }) => file), lost }, [
        ...files.map(({ to: file }) => plain(`Wrote ${file}`)),
        ...(lost.length === 0 ? [] : ['', 'What this format does not hold:']),
        ...lost.flatMap((sentence) => wrapped(`– ${sentence}`, 80)),
      ]);
    }),
});

const ceilingLost = 'Totals above 1, which GENIUS counts as 1, are not cut in this format.';

const isFormat = (name: string): name is keyof typeof formats => name in formats;

/** Where each file goes; null where there are several and the place is a file. */
function placed(files: readonly WrittenFile[], out: string) {
  const isFolder = statSync(out, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder === false && files.length > 1) return null;
  if (files.length === 1 && isFolder !== true) return files.map(({ text }) => ({ to: out, text }));
  return files.map(({ name, text }) => ({ to: join(out, name), text }));
}
