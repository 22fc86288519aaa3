import { fdatasyncSync, fsyncSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { type HostFiles, wasi } from './host-files.ts';
import { Unsynced } from './unsynced.ts';

/**
 * PGlite's host file system, made durable.
 *
 * PostgreSQL asks for files to be put on disk at the right moments and in the right order; PGlite
 * (0.5.16) answers those requests without asking the host, because Emscripten's NODEFS has no `fsync`.
 * First guard: it has one now, so PostgreSQL's own rules hold again. Second guard, independent of
 * the first: every change is noted, so that
 * - `syncLog` puts on disk whatever of the log is not there yet, and runs after every message;
 * - all that changed is on disk before a byte of `global/pg_control` is written, and `pg_control`
 *   itself directly after, so that it never points past data that a power cut could take.
 */
export class DurableFs extends NodeFS {
  readonly #log: string;
  readonly #control: string;
  readonly #unsynced: Unsynced;
  readonly #watch: Watch;
  #logBytes = 0;
  #spaceRanOut = false;
  #failure: unknown;

  /** A durable file system on the host directory `dir`. */
  constructor(dir: string, watch: Watch = {}) {
    super(dir);
    this.#log = `${this.rootDir}/pg_wal`;
    this.#control = `${this.rootDir}/global/pg_control`;
    this.#watch = watch;
    this.#unsynced = new Unsynced((path) => watch.onSync?.(path));
  }

  /** Bytes written to the log since `pg_control` was last written, that is since the last checkpoint. */
  get logBytes(): number {
    return this.#logBytes;
  }

  /** Whether the host has refused a write for want of space. */
  get spaceRanOut(): boolean {
    return this.#spaceRanOut;
  }

  /**
   * Puts on disk whatever of the log is not there yet; usually nothing, as PostgreSQL asked for it.
   * Throws what the host throws, and for ever after: Linux forgets what it could not write, so a second
   * attempt would succeed and prove nothing.
   */
  syncLog(): void {
    if (this.#failure !== undefined) throw this.#failure;
    try {
      this.#unsynced.syncDirectory(this.#log);
    } catch (error) {
      this.#failure = error;
      throw error;
    }
  }

  /** Called by PGlite after every message, before its answer is handed over. */
  override async syncToFs(): Promise<void> {
    this.syncLog();
    this.#watch.onMessage?.();
  }

  override async closeFs(): Promise<void> {
    this.#unsynced.syncAllBut('');
    await super.closeFs();
  }

  /** Lets go of the host files and puts nothing more on disk: for a PostgreSQL that has ended itself. */
  async abandon(): Promise<void> {
    await super.closeFs();
  }

  override async init(...[pglite, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pglite, options);
    const attach = ({ NODEFS }: { readonly NODEFS: unknown }) => {
      const host = NODEFS as HostFiles;
      this.#answerFsync(host);
      this.#noteWrites(host);
      this.#noteNames(host);
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), attach] } };
  }

  /** Gives NODEFS the `fsync` that Emscripten's `fd_sync` looks for; the answer is a WASI error number. */
  #answerFsync(host: HostFiles): void {
    host.stream_ops.fsync = (stream) => {
      const path = host.realPath(stream.node);
      try {
        // fdatasync also writes a changed length, which is all that a log segment needs.
        if (path.startsWith(`${this.#log}/`)) fdatasyncSync(stream.nfd);
        else fsyncSync(stream.nfd);
      } catch {
        return wasi.inputOutputError;
      }
      this.#unsynced.synced(path);
      return 0;
    };
  }

  #noteWrites({ realPath, stream_ops: streams, node_ops: nodes }: HostFiles): void {
    const { write, setattr: setStream } = streams;
    const { setattr: setNode } = nodes;
    streams.write = (stream, ...content) => {
      const path = realPath(stream.node);
      if (path === this.#control) this.#unsynced.syncAllBut(path);
      this.#unsynced.wrote(path);
      const written = this.#noticingFullDisk(() => write(stream, ...content));
      if (path.startsWith(`${this.#log}/`)) this.#logBytes += written;
      this.#watch.onWrite?.(path);
      if (path === this.#control) {
        this.#unsynced.syncFile(path);
        this.#logBytes = 0;
      }
      return written;
    };
    streams.setattr = (stream, change) => {
      setStream(stream, change);
      if (change.size !== undefined) this.#unsynced.wrote(realPath(stream.node));
    };
    nodes.setattr = (node, change) => {
      setNode(node, change);
      if (change.size !== undefined) this.#unsynced.wrote(realPath(node));
    };
  }

  #noteNames({ realPath, node_ops: nodes }: HostFiles): void {
    const { mknod, symlink, rename, unlink, rmdir } = nodes;
    nodes.mknod = (parent, name, mode, device) => {
      const node = this.#noticingFullDisk(() => mknod(parent, name, mode, device));
      this.#unsynced.made(realPath(node));
      return node;
    };
    nodes.symlink = (parent, name, target) => {
      symlink(parent, name, target);
      this.#unsynced.made(`${realPath(parent)}/${name}`);
    };
    nodes.rename = (node, directory, name) => {
      const from = realPath(node);
      const to = `${realPath(directory)}/${name}`;
      rename(node, directory, name);
      this.#unsynced.moved(from, to);
      this.#watch.onRename?.(from, to);
    };
    nodes.unlink = (parent, name) => {
      unlink(parent, name);
      this.#unsynced.removed(`${realPath(parent)}/${name}`);
    };
    nodes.rmdir = (parent, name) => {
      rmdir(parent, name);
      this.#unsynced.removed(`${realPath(parent)}/${name}`);
    };
  }

  #noticingFullDisk<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      if ((error as { readonly errno?: unknown }).errno === wasi.noSpace) this.#spaceRanOut = true;
      throw error;
    }
  }
}

/** What may be told of the file system's work: host paths in the order of the acts, and each message's end. */
export type Watch = {
  readonly onWrite?: (path: string) => void;
  readonly onSync?: (path: string) => void;
  readonly onRename?: (from: string, to: string) => void;
  readonly onMessage?: () => void;
};
