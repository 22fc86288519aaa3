import { SaxesParser } from 'saxes';
import { start, type Findings, type Place } from '../findings.ts';

/** An attribute of an element, with its line. */
export interface XmlAttribute {
  readonly value: string;
  readonly line: number;
}

/** An element of an XML document: what it holds, and where it begins. */
export interface XmlElement extends Place {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, XmlAttribute>;
  readonly children: readonly XmlElement[];
}

interface Open extends XmlElement {
  readonly attributes: Map<string, XmlAttribute>;
  readonly children: Open[];
}

/** How deep elements may be nested, and how many there may be. */
const bounds = { depth: 20, elements: 300_000 } as const;

/**
 * The root of an XML text; null when it cannot be read, which is then among the findings. Refuses a DOCTYPE and so every entity but the five
 * of XML itself, processing instructions, text between the elements, and more or deeper elements than a scenario needs.
 */
export function readXml(text: string, findings: Findings): XmlElement | null {
  const parser = new SaxesParser({ position: true });
  const open: Open[] = [];
  let root: Open | null = null;
  let elements = 0;
  let stopped = false;
  const columnAt = columnsOf(text);
  const stop = (message: string, place: Partial<Place> = {}) => {
    if (!stopped)
      findings.fault({ ...start, line: parser.line, column: Math.max(1, parser.column), ...place }, message);
    stopped = true;
  };
  parser.on('error', ({ message }) => stop(`This is not well-formed XML: ${message.replace(/^\d+:\d+: /, '')}`));
  parser.on('doctype', () => stop('A DOCTYPE is not read: it could name entities and other files. Leave it out.'));
  parser.on('processinginstruction', () => stop('A processing instruction (<?…?>) is not read. Leave it out.'));
  parser.on('cdata', () => stop('Text has no place here: values stand in attributes.'));
  parser.on('text', (words) => {
    if (words.trim() !== '' && open.length > 0) stop('Text has no place here: values stand in attributes.');
  });
  parser.on('opentagstart', ({ name }) => {
    if (stopped) return;
    elements += 1;
    const at = text.lastIndexOf('<', parser.position - 1);
    const parent = open.at(-1);
    const element: Open = {
      name,
      attributes: new Map(),
      children: [],
      line: parser.line - (text[parser.position - 1] === '\n' ? 1 : 0),
      column: columnAt(at),
      path: parent === undefined ? name : `${parent.path}/${name}[${parent.children.length + 1}]`,
    };
    if (elements > bounds.elements) stop(`There are more than ${bounds.elements} elements.`, element);
    if (open.length >= bounds.depth) stop(`This is nested more than ${bounds.depth} levels deep.`, element);
    if (stopped) return;
    if (parent === undefined) root ??= element;
    else parent.children.push(element);
    open.push(element);
  });
  parser.on('attribute', ({ name, value }) => {
    if (!stopped) open.at(-1)?.attributes.set(name, { value, line: parser.line });
  });
  parser.on('closetag', () => {
    if (!stopped) open.pop();
  });
  for (let from = 0; from < text.length && !stopped; from += chunk) parser.write(text.slice(from, from + chunk));
  if (!stopped) parser.close();
  return stopped ? null : root;
}

/** How much is parsed before it is looked whether to go on. */
const chunk = 64 * 1024;

/** The column of a place in a text, for places that go forward: each line break is found once. */
function columnsOf(text: string): (at: number) => number {
  let begins = 0;
  let ends = text.indexOf('\n');
  return (at) => {
    while (ends >= 0 && ends < at) {
      begins = ends + 1;
      ends = text.indexOf('\n', begins);
    }
    return at - begins + 1;
  };
}
