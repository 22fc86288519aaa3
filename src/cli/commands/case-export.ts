import { caseFileToJson, caseFileToYaml } from '../../formats/index.ts';
import { answered, refused } from '../answer.ts';
import { fileOfSeat, noSuchSeat, withCase } from '../case-named.ts';
import { command, exit, storeArgs } from '../command.ts';
import { withExistingStore } from '../place.ts';
import { written } from '../written.ts';

/** Exports what one seat may know of a case. */
export const caseExportCommand = command({
  name: 'case export',
  does: 'Exports what one seat may know of a case, entry by entry.',
  more: 'It holds what that seat may know and nothing else, so it is not a case that can be opened again.',
  args: {
    case: {
      type: 'positional',
      required: true,
      description: 'The case: its id, the beginning of its id, or its name.',
    },
    as: {
      type: 'string',
      valueHint: 'SEAT',
      default: 'mediation',
      description: 'Whose file: mediation, public, party:KEY, mediator:KEY or person:ID.',
    },
    format: {
      type: 'enum',
      options: ['yaml', 'json'],
      default: 'yaml',
      description: 'The format; --json is short for json.',
    },
    out: { type: 'string', valueHint: 'FILE', description: 'A new file to write it to, for you alone to read.' },
    ...storeArgs,
  },
  examples: [
    ['parley case export river-id --as party:upstream', 'All that the delegation of one side may know, as YAML.'],
    [
      'parley case export "The waters of the Veyra" --format json --out veyra.json',
      'All that the mediation may know, in a file.',
    ],
  ],
  run: (args, io) =>
    withExistingStore(args, io, (store) =>
      withCase(store, args.case, args, io, async (found) => {
        const file = await fileOfSeat(store, found, args.as);
        if (file === null) return refused(io, args.json, noSuchSeat(args.as, found));
        const format = args.json ? 'json' : args.format;
        const text = format === 'json' ? caseFileToJson(file) : caseFileToYaml(file);
        if (args.out === undefined) {
          io.out(text.trimEnd());
          return exit.done;
        }
        if (!written(args.out, text))
          return refused(io, args.json, `${args.out} exists already, and nothing was written. Choose another name.`);
        const about = { case: found.id, as: args.as, format, out: args.out, entries: file.entries.length };
        return answered(io, args.json, about, [
          `${file.entries.length} entries that ${args.as} may know are in ${args.out}.`,
        ]);
      }),
    ),
});
