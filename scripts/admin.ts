import { resolve } from 'node:path';
import { resetSecondFactor } from '#lib/auth/commands/reset-second-factor';
import { setPassword } from '#lib/auth/set-password';
import { findStaff } from '#lib/auth/staff-queries';
import { database } from '#lib/database';
import { env, parseEnv } from '#lib/env';
import { systemContext } from '#lib/http/context';
import { settleStock } from '#lib/stock/commands';
import { newPassword } from './password.ts';
import { knownCluster } from './postgres.ts';

/**
 * `npm run admin -- create NAME [--staff]`: makes a login of the order desk, or gives one a new password. The password
 * is ADMIN_PASSWORD, or a generated one that is printed once.
 * `npm run admin -- second-step-off NAME`: for the last admin who has lost phone and recovery codes; a password alone
 * opens the desk then.
 * `npm run admin -- settle-stock`: after the alarm that the stock does not add up, once it was counted and set right.
 * The shop's database must be running.
 */
const [verb, username = '', flag] = process.argv.slice(2);

const USAGE = `Usage: npm run admin -- create NAME [--staff]
       npm run admin -- second-step-off NAME
       npm run admin -- settle-stock`;

async function main(): Promise<string> {
  const isName = /^[\p{L}\p{N}._@-]{1,100}$/u.test(username);
  if (isName && verb === 'create' && (flag === undefined || flag === '--staff')) return create();
  if (isName && verb === 'second-step-off' && flag === undefined) return endSecondStep();
  if (verb === 'settle-stock' && username === '') return endDifference();
  process.exitCode = 1;
  return USAGE;
}

async function endDifference(): Promise<string> {
  const count = await settleStock(await systemContext('admin script'));
  if (count === 0) return 'The stock adds up.';
  return `${count === 1 ? 'One stock did' : `${count} stocks did`} not add up; the difference is a movement now. The next count ends the alarm.`;
}

async function endSecondStep(): Promise<string> {
  const ctx = await systemContext('admin script');
  const person = await findStaff(ctx, { username });
  if (!person?.has_second_factor) {
    process.exitCode = 1;
    return person ? `${username} has no second step.` : `Nobody signs in at the desk as ${username}.`;
  }
  await resetSecondFactor(ctx, { user_id: person.id });
  return `${username} signs in with the password alone now, and is signed out everywhere. Set it up again under your name.`;
}

async function create(): Promise<string> {
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
  process.stderr.write(`That did not work: ${reason}. Is the shop running (npm start)?\n`);
  process.exitCode = 1;
} finally {
  if (process.env.DATABASE_URL) await database().close();
}
