import { storeKinds } from '../support/stores.ts';
import { describeWorlds } from './worlds-alike.ts';

describeWorlds(storeKinds[1], { ben: 12, ana: 4, yusuf: 7, ria: 3, benAmongThree: 6, cleo: 2, xenia: 3, otto: 2 });
