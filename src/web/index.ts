export { builtAssets, type Assets } from './assets.ts';
export type { Context } from './context.ts';
export { createApp } from './server.tsx';
export { serve, type Serving } from './serve.ts';
