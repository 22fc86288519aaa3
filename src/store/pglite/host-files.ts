/**
 * The part of Emscripten's NODEFS, PGlite's way to host files, that is used here. Nodes are opaque.
 * `realPath` gives a host path whose parts below the mounted directory are joined by `/`, on Windows too.
 */
export type HostFiles = {
  readonly realPath: (node: HostNode) => string;
  readonly stream_ops: {
    fsync?: (stream: HostStream) => number;
    write: (stream: HostStream, ...content: readonly unknown[]) => number;
    setattr: (stream: HostStream, change: Change) => void;
  };
  readonly node_ops: {
    setattr: (node: HostNode, change: Change) => void;
    mknod: (parent: HostNode, name: string, mode: number, device: number) => HostNode;
    symlink: (parent: HostNode, name: string, target: string) => void;
    rename: (node: HostNode, directory: HostNode, name: string) => void;
    unlink: (parent: HostNode, name: string) => void;
    rmdir: (parent: HostNode, name: string) => void;
  };
};

/** A file or directory as Emscripten sees it. */
export type HostNode = { readonly parent: unknown };

/** An open file; `nfd` is its host descriptor. */
export type HostStream = { readonly nfd: number; readonly node: HostNode };

/** A change of attributes; one with a `size` changes the content. */
export type Change = { readonly size?: number };

/** Emscripten's error numbers, which are WASI's. */
export const wasi = { inputOutputError: 29, noSpace: 51 } as const;
