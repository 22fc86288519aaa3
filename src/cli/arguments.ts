import { parseArgs as readTokens } from 'node:util';
import { parseArgs, type ArgsDef } from 'citty';
import type { Command, Given } from './command.ts';

/** What is wrong with how a command was called, in a sentence. */
export interface Misuse {
  readonly misuse: string;
}

/** The arguments of a command as typed, or the first thing in them that it does not understand. Citty reads them; that nothing is left over or missing is seen to here. */
export function readArguments<A extends ArgsDef>(command: Command<A>, typed: readonly string[]): Given<A> | Misuse {
  const defined = Object.entries(command.args);
  const flags = new Map(defined.filter(([, def]) => def.type !== 'positional'));
  const positionals = defined.filter(([, def]) => def.type === 'positional');
  const options = Object.fromEntries(
    [...flags].map(([name, def]) => [
      name,
      { type: def.type === 'boolean' ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  const { tokens, positionals: found } = readTokens({
    args: [...typed],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const def = flags.get(token.name);
    if (def === undefined || !token.rawName.startsWith('--'))
      return { misuse: `${command.name} has no ${token.rawName}.` };
    if (given.has(token.name)) return { misuse: `--${token.name} is given twice.` };
    given.add(token.name);
    if (def.type === 'boolean' && token.value !== undefined) return { misuse: `--${token.name} takes no value.` };
    if (
      def.type !== 'boolean' &&
      (token.value === undefined || token.value === '' || (!token.inlineValue && token.value.startsWith('--')))
    )
      return { misuse: `--${token.name} needs a value: --${token.name} ${def.valueHint ?? 'VALUE'}.` };
    if (def.type === 'enum' && def.options?.includes(token.value ?? '') !== true)
      return {
        misuse: `--${token.name} must be one of ${def.options?.join(', ') ?? ''}; it is “${token.value ?? ''}”.`,
      };
  }
  const [missing] = positionals.slice(found.length).filter(([, def]) => def.required === true);
  if (missing !== undefined)
    return { misuse: `${command.name} needs ${missing[0].toUpperCase()}: ${missing[1].description ?? ''}` };
  const extra = found[positionals.length];
  if (extra !== undefined) return { misuse: `${command.name} does not know what to do with “${extra}”.` };
  const lacking = [...flags].find(([name, def]) => def.required === true && !given.has(name));
  if (lacking !== undefined)
    return { misuse: `${command.name} needs --${lacking[0]} ${lacking[1].valueHint ?? 'VALUE'}.` };
  const parsed: Readonly<Record<string, unknown>> = parseArgs([...typed], optionalUnlessRequired(command.args));
  return Object.fromEntries(
    defined.map(([name, def]) => [name, def.type === 'boolean' ? parsed[name] === true : parsed[name]]),
  ) as unknown as Given<A>;
}

/** Citty takes a positional argument for required unless told; here it is optional unless told. */
const optionalUnlessRequired = (args: ArgsDef): ArgsDef =>
  Object.fromEntries(
    Object.entries(args).map(([name, def]) => [
      name,
      def.type === 'positional' ? { ...def, required: def.required ?? false } : def,
    ]),
  );
