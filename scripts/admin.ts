import { resolve } from 'node:path';
import { setPassword } from '#lib/auth/set-password';
import { database } from '#lib/database';
import { env, parseEnv } from '#lib/env';
import { systemContext } from '#lib/http/context';
import { newPassword } from './password.ts';
import { knownCluster } from './postgres.ts';

/**
 * `npm run admin -- create NAME [--staff]`: makes a login of the order desk, or gives one a new password. The password
 * is ADMIN_PASSWORD, or a generated one that is printed once. The shop's database must be running.
 */
const [verb, username = '', flag] = process.argv.slice(2);

async function main(): Promise<string> {
  const isUsable = /^[\p{L}\p{N}._@-]{1,100}$/u.test(username) && (flag === undefined || flag === '--staff');
  if (verb !== 'create' || !isUsable) {
    process.exitCode = 1;
    return 'Usage: npm run admin -- create NAME [--staff]';
  }
  const role = flag === '--staff' ? 'staff' : 'admin';
  const generated = env().ADMIN_PASSWORD === undefined ? newPassword() : null;
  const password = env().ADMIN_PASSWORD ?? generated ?? newPassword();
  const { isNew } = await setPassword(await systemContext('admin script'), { username, password, role });
  const done = isNew
    ? `${username} can sign in as ${role}`
    : `${username} has a new password, and is signed out everywhere`;
  return generated === null ? `${done}.` : `${done}: ${generated}   (shown this once; keep it)`;
}

try {
  if (!process.env.DATABASE_URL) {
    const url = await knownCluster(resolve(parseEnv(process.env).DATA_DIR));
    if (url === null) throw new Error('there is no shop in this data folder yet');
    // Before the settings are read for good.
    process.env.DATABASE_URL = url;
  }
  process.stdout.write(`${await main()}\n`);
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The login could not be made: ${reason}. Is the shop running (npm start)?\n`);
  process.exitCode = 1;
} finally {
  if (process.env.DATABASE_URL) await database().close();
}
