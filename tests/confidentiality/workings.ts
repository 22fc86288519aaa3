import type { Memory } from './memory.ts';
import { formOf, outcomeOf, submit, type Outcome } from './play.ts';
import type { Step } from './steps.ts';
import type { World } from './world.ts';

/** Keeps a conflict model or a division, or puts one in the place of another, as a mediator does. */
export async function keepWorking(
  world: World,
  memory: Memory,
  step: Extract<Step, { readonly act: 'keep' }>,
): Promise<Outcome> {
  const { who, what, room, words, first } = step;
  const before = room === null ? memory.oneOf(what, step.which) : null;
  const address = `${world.base}/${what}/${before === null ? 'new' : `${before}/edit`}`;
  const knownTo = room === 'mediation' ? 'mediation' : 'institution';
  const kept = { title: words, basis: words, ...(before === null && { knownTo }) };
  const outcome =
    what === 'division'
      ? await submit(world, who, address, {
          ...kept,
          first: 'One',
          second: 'Other',
          items: `${words}: ${first ? '60; 40' : '40; 60'}\nthe rest: 40; 60`,
        })
      : await keepModel(world, who, address, { ...kept, options: `One: ${words}\nOther: wait` }, first);
  if (outcome !== 'done') return outcome;
  if (before === null) memory.made(what, world.made(0));
  else memory.replaced(what, before, world.made(0));
  return outcome;
}

/** First who decides on what, then what each prefers of the states that are left. */
async function keepModel(
  world: World,
  who: Parameters<typeof submit>[1],
  address: string,
  filling: Parameters<typeof submit>[3],
  first: boolean,
): Promise<Outcome> {
  const page = await world.follow(who, 'GET', address);
  const form = formOf(page);
  if (form === null) return 'noForm';
  const asked = await world.send(who, form, page, { ...filling, step: 'states' });
  const again = formOf(asked);
  if (again === null) return 'noForm';
  const preferred = first ? 's1\ns2\ns3\ns4' : 's4\ns3\ns2\ns1';
  return outcomeOf(
    await world.send(who, again, asked, { ...filling, 'prefers.One': preferred, 'prefers.Other': preferred }),
  );
}
