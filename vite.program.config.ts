import { defineConfig } from 'vite';

/**
 * Puts the command line with what reads files into a few files, since a command spends most of its time on looking up hundreds of small
 * ones. The store and the pages, and packages that find files of their own, stay as they are: only a server needs them.
 */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/program',
    emptyOutDir: true,
    target: 'node22',
    // Not made smaller and without maps, which take a third of a start to read: what a trace names can be found in it as it stands.
    minify: false,
    rolldownOptions: {
      input: { parley: 'dist/cli/parley.js', worker: 'dist/cli/progress/worker.js' },
      external: [/\/(store|web)\/index\.js$/],
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: { noExternal: ['citty', 'saxes', 'xmlchars', 'yaml', 'zod'] },
});
