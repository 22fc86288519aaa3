import fs from 'node:fs';
import path from 'node:path';
import { type ParseResult, parseSync } from 'vite';
import { type Room, roomOf } from './rooms.ts';

/** A file of the project, with what the checks ask of it. */
export type Source = {
  /** From the project's root, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly room: Room | undefined;
  readonly isTest: boolean;
  readonly imports: readonly Import[];
  /** Undefined for what is not JavaScript or TypeScript. */
  readonly syntax: ParseResult | undefined;
};

/** What a file imports or re-exports; an erased one is for types only, and gone when the program runs. */
export type Import = { readonly specifier: string; readonly isErased: boolean };

export type Node = {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
};

export const root = path.resolve(import.meta.dirname, '..', '..');

/** All files under some folders of the project. */
export function sourcesUnder(...folders: readonly string[]): readonly Source[] {
  return folders
    .flatMap(filesUnder)
    .filter((file) => !/\.(woff2?|png|ico)$/.test(file))
    .map((file) => source(file, fs.readFileSync(path.join(root, file), 'utf8')));
}

/** A file as the checks see it, be it there or made up. */
export function source(file: string, text: string): Source {
  const syntax = /\.(ts|tsx|mjs)$/.test(file) ? parseSync(file, text) : undefined;
  const imports = syntax ? importsOf(syntax, text) : [];
  return { path: file, text, room: roomOf(file), isTest: /\.test\.tsx?$/.test(file), imports, syntax };
}

/** Every node of a file's syntax tree for which `wanted` holds. */
export function nodes(source: Source, wanted: (node: Node) => boolean): readonly Node[] {
  const found: Node[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    if (isNode(value) && wanted(value)) found.push(value);
    Object.values(value).forEach(visit);
  };
  visit(source.syntax?.program);
  return found;
}

/** `file:line` of a place in a file, for messages. */
export function at(source: Source, offset: number): string {
  return `${source.path}:${source.text.slice(0, offset).split('\n').length}`;
}

function isNode(value: object): value is Node {
  return 'type' in value && typeof value.type === 'string';
}

function importsOf({ module }: ParseResult, text: string): readonly Import[] {
  const statements = [...module.staticImports, ...module.staticExports].flatMap((statement) => {
    const isErased = /^(import|export)\s+type\b/.test(text.slice(statement.start, statement.end));
    const requests =
      'moduleRequest' in statement ? [statement.moduleRequest] : statement.entries.map((e) => e.moduleRequest);
    const specifiers = new Set(requests.flatMap((request) => request?.value ?? []));
    return [...specifiers].map((specifier) => ({ specifier, isErased }));
  });
  const dynamic = module.dynamicImports.map((i) => text.slice(i.moduleRequest.start, i.moduleRequest.end));
  const literal = dynamic.filter((request) => /^(['"`]).*\1$/.test(request)).map((request) => request.slice(1, -1));
  return [...statements, ...literal.map((specifier) => ({ specifier, isErased: false }))];
}

function filesUnder(folder: string): readonly string[] {
  if (!fs.existsSync(path.join(root, folder))) return [];
  return fs
    .readdirSync(path.join(root, folder), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]));
}
