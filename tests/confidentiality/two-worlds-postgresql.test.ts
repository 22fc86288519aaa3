import { storeKinds } from '../support/stores.ts';
import { describeWorlds } from './worlds-alike.ts';

describeWorlds(
  storeKinds[1],
  { ben: 14, ana: 5, yusuf: 8, ria: 3, benAmongThree: 7, cleo: 3, xenia: 4, otto: 2 },
  'either way',
);
