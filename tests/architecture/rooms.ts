/** The rooms of the house, and which rooms and packages each may import. The compiler holds the first by project references. */
export const rooms = {
  analysis: { rooms: [], packages: [] },
  domain: { rooms: ['analysis'], packages: ['node:crypto'] },
  formats: { rooms: ['analysis', 'domain'], packages: ['node:crypto', 'node:buffer', 'saxes', 'yaml', 'zod'] },
  store: { rooms: ['analysis', 'domain'], packages: 'any' },
  web: { rooms: ['analysis', 'domain', 'formats', 'store'], packages: 'any but the database' },
  'web/browser': { rooms: ['analysis'], packages: [] },
  cli: { rooms: ['analysis', 'domain', 'formats', 'store', 'web'], packages: 'any but the database' },
} as const satisfies Record<string, { rooms: readonly string[]; packages: readonly string[] | string }>;

/** The packages that reach the database: only the store may import them. */
export const database = ['kysely', 'pg', '@electric-sql/pglite'];

export type Room = keyof typeof rooms;

export const roomNames = Object.keys(rooms) as readonly Room[];

/** The room that a file under `src` stands in: the innermost, as the browser's stands within the web's. */
export function roomOf(path: string): Room | undefined {
  return roomNames.filter((room) => path.startsWith(`src/${room}/`)).sort((a, b) => b.length - a.length)[0];
}
