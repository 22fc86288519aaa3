import { anybodyHere, clerkCatchesUp, openStore, inviteFirst } from '../../store/index.ts';
import { serve } from '../../web/index.ts';
import { command, exit } from '../command.ts';
import { loadExamples } from '../demonstration.ts';
import { logTo } from '../log.ts';
import { misused } from '../answer.ts';
import { invitationLink, webAddress } from '../links.ts';
import { demonstrationPlace, placeOf } from '../place.ts';

/** Serves the pages until it is asked to end. */
export const serveCommand = command({
  name: 'serve',
  does: 'Serves the pages, and ends when it is asked to (Ctrl-C).',
  more: 'Without DATABASE_URL the store is the folder given by --data. While nobody has an account, a one-time link for the first mediator is printed. With --demo, two worked cases are served to this computer alone, from the folder “demo” inside the folder of --data; anybody here can sign in as anybody there. PARLEY_LOG is the level of the log on standard error (default: warn).',
  args: {
    data: {
      type: 'string',
      valueHint: 'DIR',
      default: './data',
      description: 'The folder of the store; DATABASE_URL goes before it.',
    },
    host: { type: 'string', valueHint: 'HOST', default: '127.0.0.1', description: 'The address to listen on.' },
    port: {
      type: 'string',
      valueHint: 'N',
      default: '8460',
      description: 'The port to listen on; 0 for any that is free.',
    },
    'public-url': {
      type: 'string',
      valueHint: 'URL',
      description: 'The address that people type, when HTTPS is put in front.',
    },
    demo: { type: 'boolean', description: 'Serve the demonstration, on this computer alone.' },
  },
  examples: [
    ['parley serve --demo', 'The demonstration, at http://127.0.0.1:8460/.'],
    [
      'parley serve --data /srv/parley --public-url https://parley.example.org',
      'Real cases, behind a server that speaks HTTPS.',
    ],
    ['DATABASE_URL=postgres://parley@db/parley parley serve', 'Real cases, kept on a PostgreSQL server.'],
  ],
  run: async ({ data, host, port, demo, 'public-url': address }, io) => {
    const misuse = (sentence: string) => misused(io, 'serve', sentence);
    const number = /^\d{1,5}$/.test(port) ? Number(port) : -1;
    if (number < 0 || number > 65_535) return misuse(`--port must be a number from 0 to 65535; it is “${port}”.`);
    const publicUrl = address === undefined ? null : webAddress(address);
    if (publicUrl === undefined)
      return misuse('--public-url must be an address such as https://parley.example.org, without a path.');
    if (demo && !isLoopback(host))
      return misuse(
        'The demonstration is for this computer alone: with --demo, --host must be 127.0.0.1, ::1 or localhost.',
      );
    if (demo && publicUrl !== null)
      return misuse('The demonstration is for this computer alone: it has no --public-url.');
    const log = logTo(io);
    const store = await openStore(demo ? demonstrationPlace(data) : placeOf(data, io.env));
    try {
      if (demo) log.info({ examples: await loadExamples(store, io.now()) }, 'examples loaded');
      await clerkCatchesUp(store, io.now());
      const serving = await serve({ store, host, port: number, demonstration: demo, publicUrl, log });
      const asked = io.asked();
      try {
        io.out(`Parley is at ${serving.url}${demo ? ' (demonstration)' : ''}`);
        if (!demo && !(await anybodyHere(store)))
          io.out(
            `Nobody has an account yet. The first mediator’s one-time link, good for seven days: ${invitationLink(serving.url, await inviteFirst(store, io.now()))}`,
          );
        if (!demo && publicUrl === null && !isLoopback(host))
          io.err(
            'parley: this is served without HTTPS beyond this computer. Put HTTPS in front, and give its address with --public-url.',
          );
        await asked;
      } finally {
        await serving.stop();
      }
    } finally {
      await store.close();
    }
    return exit.done;
  },
});

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
