import { worker, type Asked } from './work.ts';

// A thread of its own for the pictures of the frontier, so that the page stays free while a weight moves.
const work = worker();
addEventListener('message', ({ data }: MessageEvent<Asked>) => postMessage(work(data)));
