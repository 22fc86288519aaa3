import { parties } from '../../domain/index.ts';
import { answered } from '../answer.ts';
import { allCases } from '../case-named.ts';
import { command, storeArgs } from '../command.ts';
import { withExistingStore } from '../place.ts';
import { table } from '../table.ts';

/** Lists the cases of the store. */
export const caseListCommand = command({
  name: 'case list',
  does: 'Lists the cases of the store, by name.',
  more: 'The first column is the beginning of the case’s id, which the other commands take for it.',
  args: storeArgs,
  examples: [
    ['parley case list', 'Id, name, sides and number of entries of each case.'],
    ['parley case list --json', 'The same for another program.'],
  ],
  run: (args, io) =>
    withExistingStore(args, io, async (store) => {
      const cases = (await allCases(store)).map(({ id, name, whole }) => ({
        case: id,
        name,
        parties: parties(whole).map((party) => party.name),
        entries: whole.entries.length,
        latest: whole.entries.at(-1)?.at ?? null,
      }));
      const rows = cases.map((one) => [one.case.slice(0, 8), one.name, one.parties.join(', '), String(one.entries)]);
      const empty = ['There is no case yet. Open one with parley case new FILE, or on the pages.'];
      return answered(
        io,
        args.json,
        { cases },
        cases.length === 0 ? empty : table(['Case', 'Name', 'Sides', 'Entries'], rows, io),
      );
    }),
});
