import './fresh.ts';
