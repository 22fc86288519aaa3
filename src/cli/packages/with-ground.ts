import type { ReadScenario } from '../../formats/index.ts';
import { refused } from '../answer.ts';
import type { Exit } from '../command.ts';
import type { Io } from '../io.ts';
import { withScenario, type Named } from '../scenario-at.ts';
import { plain } from '../wrapped.ts';
import { groundOf, type Ground } from './ground.ts';

/** Works on the packages of the scenario in a file or a folder; or refuses, as `work` can, too. */
export const withGround = (
  { path, json, raw }: Named & { readonly raw: boolean },
  io: Io,
  work: (read: ReadScenario, ground: Ground) => Promise<Exit>,
): Promise<Exit> =>
  withScenario({ path, json }, { genius: raw ? 'raw' : 'genius' }, io, (read) => {
    if (read.scenario === null || read.scenario.profiles.length === 0)
      return refused(io, json, `${plain(path)} says nothing of what packages are worth.`);
    const ground = groundOf(read, read.scenario);
    return ground === null
      ? refused(
          io,
          json,
          `${plain(path)}: some packages come to more than 1, which GENIUS counts as 1; here they would be compared by their sums. Take the evaluations as they stand: --raw.`,
        )
      : work(read, ground);
  });
