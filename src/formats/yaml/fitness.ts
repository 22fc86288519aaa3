import { isAlias, isMap, isNode, isPair, isScalar, isSeq, visit, type Document, type Node, type Pair } from 'yaml';
import { oddCharacter, oddCharacterInWords } from './characters.ts';

/** A node that is well-formed YAML and still cannot stand in a case. */
export interface Unfit {
  readonly offset: number;
  readonly path: string;
  readonly message: string;
}

/** How many aliases a file may have, and how many parts may be in what one repeats. */
const bounds = { aliases: 100, repeated: 200 } as const;

/**
 * The nodes that cannot stand: a key given twice, a key that is no word, odd characters, and aliases that could grow without bound.
 * What an anchor names may hold no alias, so that aliases can neither multiply one another nor go round in circles.
 */
export function unfitNodes(document: Document.Parsed): readonly Unfit[] {
  const found: Unfit[] = [];
  let aliases = 0;
  visit(document, {
    Node(_, node, ancestors) {
      const say = (message: string, at: unknown = node) =>
        found.push({ offset: offsetOf(at), path: pathOf([...ancestors, node]), message });
      if (isAlias(node)) {
        aliases += 1;
        if (aliases === bounds.aliases + 1) say(`This file has more than ${bounds.aliases} aliases (*).`);
        else if (aliases <= bounds.aliases && node.resolve(document) === undefined)
          say(`Nothing above has the anchor &${node.source}.`);
        return;
      }
      if (isScalar(node) && typeof node.value === 'string' && oddCharacter(node.value) !== null)
        say(`This holds ${oddCharacterInWords}.`);
      if (isMap(node)) for (const { key, message } of unfitKeys(node.items)) say(message, key);
      if (node.anchor === undefined) return;
      const { parts, alias } = insideOf(node);
      if (alias !== null) say('What an anchor (&) names cannot hold an alias (*).', alias);
      else if (parts > bounds.repeated) say('What this anchor (&) names is too large to be repeated.');
    },
  });
  return found;
}

/** The keys that lead to the last of these nodes, as text: `history[3].say`. */
function pathOf(nodes: readonly (Document | Node | Pair)[]): string {
  const parts = nodes.flatMap((node, place): string[] => {
    if (isPair(node)) return [`.${nameOf(node.key)}`];
    return isSeq(node) && place + 1 < nodes.length ? [`[${node.items.indexOf(nodes[place + 1])}]`] : [];
  });
  return parts.join('').replace(/^\./, '');
}

function unfitKeys(pairs: readonly Pair[]): readonly { readonly key: unknown; readonly message: string }[] {
  const seen = new Set<string>();
  return pairs.flatMap(({ key }) => {
    const name = nameOf(key);
    const message = keyFault(name, seen);
    if (name !== null) seen.add(name);
    return message === null ? [] : [{ key, message }];
  });
}

function keyFault(name: string | null, seen: ReadonlySet<string>): string | null {
  if (name === null) return 'A key must be a plain word.';
  if (name === '__proto__') return '“__proto__” cannot be a key: programs would not see it. Use another word.';
  return seen.has(name) ? `“${name}” is given twice.` : null;
}

/** How many nodes there are in a node, and the first alias among them. */
function insideOf(node: Node): { readonly parts: number; readonly alias: Node | null } {
  let parts = 0;
  let alias: Node | null = null;
  visit(node, {
    Node(_, part) {
      parts += 1;
      if (isAlias(part)) alias ??= part;
    },
  });
  return { parts, alias };
}

const nameOf = (key: unknown): string | null => (isScalar(key) ? String(key.value) : null);

const offsetOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0);
