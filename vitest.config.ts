import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const support = (file: string) => join(import.meta.dirname, 'tests', 'support', file);

type Kind = { name: string; files: string[]; database?: boolean; seconds?: number; workers?: number };

/** Many rounds in place of a few, see `tests/support/rounds.ts`, take their time. */
const PATIENCE = process.env.BARROW_ROUNDS === undefined ? 1 : 10;

const KINDS: Kind[] = [
  { name: 'unit', files: ['{app,components,db,lib,scripts}/**/*.test.{ts,tsx}'] },
  { name: 'integration', files: ['tests/integration/**/*.test.ts'], database: true, seconds: 60 },
  { name: 'contract', files: ['tests/contract/**/*.test.ts'], database: true, seconds: 120, workers: 2 },
  { name: 'races', files: ['tests/races/**/*.test.ts'], database: true, seconds: 180, workers: 1 },
  { name: 'faults', files: ['tests/faults/**/*.test.ts'], database: true, seconds: 240, workers: 1 },
  { name: 'e2e', files: ['tests/e2e/**/*.test.ts'], database: true, seconds: 120, workers: 2 },
];

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  resolve: {
    // It throws wherever the `react-server` condition is missing, which tests of client pieces must not set.
    alias: { 'server-only': support('nothing.ts') },
  },
  test: {
    passWithNoTests: true,
    projects: KINDS.map(({ name, files, database = false, seconds = 10, workers }) => ({
      extends: true as const,
      test: {
        name,
        include: files,
        environment: 'node',
        pool: 'forks' as const,
        testTimeout: seconds * PATIENCE * 1000,
        hookTimeout: Math.max(60, seconds) * 1000,
        ...(workers === undefined ? {} : { maxWorkers: workers, fileParallelism: workers > 1 }),
        globalSetup: database ? [support('postgres.ts')] : [],
        setupFiles: [support('quiet-console.ts'), ...(database ? [support('worker-database.ts')] : [])],
      },
    })),
  },
});
