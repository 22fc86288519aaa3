import { createRequire } from 'node:module';
import type * as Sqlite from 'node:sqlite';

/**
 * Node's own SQLite connection class, loaded without the notice that it is experimental.
 * The filter stands only while the module loads, and every other warning passes through it.
 */
export function loadSqlite(): typeof Sqlite.DatabaseSync {
  const usual = Object.getOwnPropertyDescriptor(process, 'emitWarning');
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = (...warning: readonly unknown[]) => {
    if (!String(warning[0]).includes('SQLite is an experimental feature')) Reflect.apply(emitWarning, process, warning);
  };
  try {
    const sqlite: typeof Sqlite = createRequire(import.meta.url)('node:sqlite');
    return sqlite.DatabaseSync;
  } finally {
    if (usual) Object.defineProperty(process, 'emitWarning', usual);
  }
}
