import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeKinds } from '../support/stores.ts';
import { twoParties } from './cast.ts';
import { prepareGround, type Ground } from './ground.ts';
import { plants } from './plants.ts';
import { compareWorlds } from './two-worlds.ts';

const ben = { name: 'Ben, a delegate of the other side', cast: twoParties, observer: 'ben' } as const;

/** How many histories may go by before a planted leak is found; PARLEY_SHOW tells how many did. */
const bound = 60;
const seed = Number(process.env['PARLEY_SEED'] ?? 11);

describe('comparing worlds finds', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await prepareGround(await storeKinds[0].open(), [twoParties]);
  });
  afterAll(() => ground.opened.close());

  test.each(plants.map((plant) => [plant.name, plant] as const))(
    '%s',
    async (_name, plant) => {
      if (plant.sql !== undefined) await ground.opened.superuser(plant.sql.plant);
      try {
        const found = await compareWorlds({ ground, perspective: ben, histories: bound, seed, plant });
        if (process.env['PARLEY_SHOW'] !== undefined) console.log(`${plant.name}: history ${found.histories}`);
        expect(found.difference).toMatch(/^--- in another$/m);
      } finally {
        if (plant.sql !== undefined) await ground.opened.superuser(plant.sql.remove);
      }
    },
    120_000,
  );
});
