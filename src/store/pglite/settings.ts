import { PGlite } from '@electric-sql/pglite';

/**
 * PostgreSQL's start parameters: PGlite's own less `-F`, which turns `fsync` off, and with what is set here.
 * The same for folders and memory, where `fsync` finds nothing to do.
 */
export function startParameters(): string[] {
  const settings = { ...durability, ...memory, ...unwatched };
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return [...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'), ...given];
}

/**
 * Each said here although some are defaults, as nothing may rest on them by accident.
 * `wal_sync_method`: of those on offer, `fsync` is the one whose requests reach the file system (durable-fs.ts);
 * the default, `fdatasync`, is answered by Emscripten without asking anyone.
 */
const durability = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_sync_method: 'fsync',
  max_wal_size: '64MB',
};

/** One person's cases fit in 16 MB of buffers; the host's page cache holds the rest. */
const memory = { shared_buffers: '16MB', max_connections: '5' };

/** There is one connection and nobody to watch it, nor an autovacuum to be told what changed: keeping such counts took a tenth of each statement. */
const unwatched = { track_activities: 'off', track_counts: 'off' };

/** How much log may be written before a checkpoint, in bytes: half of `max_wal_size`. */
export const checkpointEvery = 32 * 1024 * 1024;

/** `initdb`'s parameters: log segments of 1 MB, so that an empty database is small and the log grows in small steps. */
export const initParameters: readonly string[] = ['--wal-segsize=1'];
