import { verifyLedger } from '../../store/index.ts';
import { answered, refused } from '../answer.ts';
import { withCase } from '../case-named.ts';
import { command, exit, storeArgs } from '../command.ts';
import { headsDocument } from '../heads.ts';
import { withExistingStore } from '../place.ts';
import { written } from '../written.ts';

/** Exports the ends of a case's chains, to be kept elsewhere. */
export const ledgerHeadCommand = command({
  name: 'ledger head',
  does: 'Exports the end of each of a case’s chains as JSON, to be kept where nobody who can change the store can change it.',
  more: 'Every audience has a chain of its own. With an exported head, parley ledger verify also finds that a tail was cut off. The file names the audiences of the case, so keep it as you would the case.',
  args: {
    case: {
      type: 'positional',
      required: true,
      description: 'The case: its id, the beginning of its id, or its name.',
    },
    out: { type: 'string', valueHint: 'FILE', description: 'A new file to write it to, for you alone to read.' },
    ...storeArgs,
  },
  examples: [
    ['parley ledger head veyra-id --out veyra-heads.json', 'Keep the heads of today.'],
    ['parley ledger head veyra-id', 'Show them.'],
  ],
  run: (args, io) =>
    withExistingStore(args, io, (store) =>
      withCase(store, args.case, args, io, async ({ id }) => {
        const found = await verifyLedger(store, id);
        if (found === null) return refused(io, args.json, `There is no case ${id}.`);
        if (found.faults.length > 0)
          return refused(
            io,
            args.json,
            'The chains have faults, so their ends prove nothing. See parley ledger verify.',
          );
        const document = headsDocument(found, io.now());
        const text = `${JSON.stringify(document, null, 2)}\n`;
        if (args.out === undefined) {
          io.out(text.trimEnd());
          return exit.done;
        }
        if (!written(args.out, text))
          return refused(io, args.json, `${args.out} exists already, and nothing was written. Choose another name.`);
        return answered(io, args.json, { case: id, out: args.out, chains: document.heads.length }, [
          `The heads of ${document.heads.length} chains are in ${args.out}.`,
        ]);
      }),
    ),
});
