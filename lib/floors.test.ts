import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';

/** Older ones have published holes or the faults that `docs/decisions` tells of. */
const FLOORS = { next: '16.4.6', 'next-auth': '4.24.15', 'drizzle-orm': '0.45.2', sharp: '0.35.5' };
const manifest = z.object({ version: z.string() });
const numbers = (version: string) => version.split(/[.-]/).slice(0, 3).map(Number);

it.each(Object.entries(FLOORS))('%s is not older than %s', (name, floor) => {
  const file = join(import.meta.dirname, '..', 'node_modules', name, 'package.json');
  const [major = 0, minor = 0, patch = 0] = numbers(manifest.parse(JSON.parse(readFileSync(file, 'utf8'))).version);
  const [a = 0, b = 0, c = 0] = numbers(floor);
  expect(
    [major, minor, patch].map((part) => String(part).padStart(6, '0')).join('.') >=
      [a, b, c].map((part) => String(part).padStart(6, '0')).join('.'),
  ).toBe(true);
});
