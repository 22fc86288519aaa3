import { defineConfig, mergeConfig } from 'vitest/config';
import usual from './vitest.config.ts';

const slow = mergeConfig(usual, defineConfig({ test: { testTimeout: 600_000, hookTimeout: 120_000 } }));

export default { ...slow, test: { ...slow.test, include: ['tests/slow/**/*.slow.ts'] } };
