import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { runtime } from '#lib/runtime';
import { cloneDatabase, dropDatabase } from './database.ts';

// Runs once per test file, before anything reads the settings: they are parsed at first use and then stay.
const url = await cloneDatabase();
Object.assign(process.env, {
  DATABASE_URL: url,
  DATABASE_DIRECT_URL: url,
  DATA_DIR: await mkdtemp(join(inject('runDir'), 'data-')),
  AUTH_SECRET: randomBytes(48).toString('base64url'),
  APP_URL: 'http://localhost:3000',
  LOG_LEVEL: 'silent',
});

afterAll(async () => {
  for (const hook of [...runtime().shutdownHooks].reverse()) await hook();
  await dropDatabase(url);
});
