import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { verifyPassword } from '#lib/auth/commands';
import { colleague, PASSWORD, withSecondFactor } from '#tests/factories/second-factor';
import { outcome, visitor } from '#tests/factories/shop';

const ROOT = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);

/** `npm run admin -- …`: what it wrote, and how it ended. */
async function admin(...words: string[]): Promise<{ code: number; text: string }> {
  const command = ['--conditions=react-server', 'scripts/admin.ts', ...words];
  try {
    const { stdout, stderr } = await run(process.execPath, command, { cwd: ROOT, env: process.env });
    return { code: 0, text: stdout + stderr };
  } catch (error) {
    if (!(error instanceof Error) || !('stdout' in error) || !('code' in error)) throw error;
    return { code: Number(error.code), text: `${error.stdout}${'stderr' in error ? error.stderr : ''}` };
  }
}

test('the last admin gets in again without phone and recovery codes', async () => {
  const person = await withSecondFactor('admin');
  const enter = () => outcome(verifyPassword(visitor(), { login: person.username, password: PASSWORD, door: 'desk' }));
  expect(await enter()).toBe('AUTH_006');
  expect(await admin('second-step-off', person.username)).toMatchObject({
    code: 0,
    text: expect.stringContaining('signs in with the password alone now'),
  });
  expect(await enter()).toBe('ok');
  for (const name of [person.username, (await colleague()).username, 'nobody']) {
    const { code, text } = await admin('second-step-off', name);
    expect([code, text], name).toEqual([1, expect.stringMatching(/has no second step|Nobody signs in/)]);
  }
  expect((await admin('second-step-off')).text).toContain('Usage:');
});
