// npm run build: brings dist up to date, as every start does.
import { ready } from './bootstrap/ready.mjs';

await ready({ build: true });
