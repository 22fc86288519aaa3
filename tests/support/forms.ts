/** A form of a page as a browser would send it: where to, and what its fields hold before anybody types. */
export interface HtmlForm {
  readonly action: string;
  readonly method: 'get' | 'post';
  /** The fields that would be sent, in order: those of ticked boxes and chosen options among them. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Everything that a person could choose: the values of each radio button, box and option, by field. */
  readonly choices: ReadonlyMap<string, readonly string[]>;
  /** The fields into which a person can type, with the type of the field. */
  readonly typed: ReadonlyMap<string, string>;
  /** The buttons that send it, each with what it adds to what is sent. */
  readonly buttons: readonly {
    readonly words: string;
    readonly name: string;
    readonly value: string;
    readonly action: string | null;
  }[];
}

/** The forms of a page, read from its HTML as Parley writes it: quoted attributes, closed elements. */
export const formsOf = (html: string): readonly HtmlForm[] =>
  [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, attributes = '', inside = '']) =>
    readForm(attributesOf(attributes), inside),
  );

/** The addresses that a page links to, in order, without those of its style sheet and script. */
export const linksOf = (html: string): readonly string[] =>
  [...html.matchAll(/<a\b([^>]*)>/g)].flatMap(([, attributes = '']) => attributesOf(attributes).get('href') ?? []);

/** The text of some HTML as it reads: no tags, entities resolved, space folded. */
export const textOf = (html: string): string =>
  unescaped(html.replace(/<[^>]*>/g, ''))
    .replace(/\s+/g, ' ')
    .trim();

const element = /<(input|textarea|select|button)\b([^>]*)>(?:([\s\S]*?)<\/(?:textarea|select|button)>)?/g;

function readForm(form: ReadonlyMap<string, string>, inside: string): HtmlForm {
  const fields: [string, string][] = [];
  const choices = new Map<string, string[]>();
  const typed = new Map<string, string>();
  const buttons: HtmlForm['buttons'][number][] = [];
  // An input has no end tag, so whatever follows one is looked at again.
  element.lastIndex = 0;
  for (let found = element.exec(inside); found !== null; found = element.exec(inside)) {
    const [whole, tag = '', text = '', content = ''] = found;
    if (tag === 'input') element.lastIndex = found.index + whole.indexOf('>') + 1;
    const attributes = attributesOf(text);
    const name = attributes.get('name') ?? '';
    const value = attributes.get('value') ?? '';
    if (attributes.has('disabled')) continue;
    if (tag === 'button')
      buttons.push({ words: textOf(content), name, value, action: attributes.get('formaction') ?? null });
    else if (name === '') continue;
    else if (tag === 'textarea') {
      typed.set(name, 'textarea');
      fields.push([name, unescaped(content.replace(/^\n/, ''))]);
    } else if (tag === 'select') {
      const options = [...content.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => attributesOf(option));
      choices.set(
        name,
        options.map((option) => option.get('value') ?? ''),
      );
      fields.push([name, (options.find((option) => option.has('selected')) ?? options[0])?.get('value') ?? '']);
    } else if (attributes.get('type') === 'radio' || attributes.get('type') === 'checkbox') {
      choices.set(name, [...(choices.get(name) ?? []), attributes.get('value') ?? 'on']);
      if (attributes.has('checked')) fields.push([name, attributes.get('value') ?? 'on']);
    } else {
      if (attributes.get('type') !== 'hidden') typed.set(name, attributes.get('type') ?? 'text');
      fields.push([name, value]);
    }
  }
  const method = form.get('method')?.toLowerCase() === 'post' ? 'post' : 'get';
  return { action: form.get('action') ?? '', method, fields, choices, typed, buttons };
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, unescaped(value)]),
  );
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };

const unescaped = (text: string): string =>
  text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
