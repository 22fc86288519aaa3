export { builtAssets, type Assets } from './assets.ts';
export type { Context } from './context.ts';
export { inOneLine, sideInWords } from './entries/line.tsx';
export { createApp } from './server.tsx';
export { serve, type Serving } from './serve.ts';
export { dayAndTime, timeLeft, zoneOf } from './times.tsx';
