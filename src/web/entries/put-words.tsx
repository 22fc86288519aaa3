import type { FC } from 'hono/jsx';
import { listed, partyName, type Bridging, type Carried } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { BridgingWords, CarriedWords } from './carried-words.tsx';

/** What was put before a side, exactly as it reads it: before it is sent, in its room, and where it is answered. */
export const PutWords: FC<{ readonly fact: Carried | Bridging; readonly view: View }> = ({ fact, view }) =>
  fact.kind === 'carried' ? (
    <CarriedWords fact={fact} />
  ) : (
    <BridgingWords fact={fact} recipients={listed(fact.to.map((key) => partyName(view.file, key)))} />
  );
