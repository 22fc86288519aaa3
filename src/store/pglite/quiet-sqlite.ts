import { createRequire } from 'node:module';

/**
 * Node's own SQLite connection class, loaded without the notice that it is experimental.
 * The filter stands only while the module loads, and every other warning passes through it.
 */
export function loadSqlite(): typeof import('node:sqlite').DatabaseSync {
  const emitWarning = process.emitWarning;
  process.emitWarning = (...warning: readonly unknown[]) => {
    if (!String(warning[0]).includes('SQLite is an experimental feature')) {
      Reflect.apply(emitWarning, process, warning);
    }
  };
  try {
    const sqlite: typeof import('node:sqlite') = createRequire(import.meta.url)('node:sqlite');
    return sqlite.DatabaseSync;
  } finally {
    process.emitWarning = emitWarning;
  }
}
