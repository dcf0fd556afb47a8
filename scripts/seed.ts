import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { type Database, openDatabase } from '#db/client';
import { newId } from '#db/columns';
import { users } from '#db/schema/auth';
import { settings } from '#db/schema/content';
import { loadPreset } from '#db/seed/load/load';
import { keepPictures, NO_PICTURES, type Pictures } from '#db/seed/load/pictures';
import { readPreset } from '#db/seed/load/presets';
import type { Preset } from '#db/seed/preset';
import { hashPassword } from '#lib/auth/secrets';
import { databaseUrl, EnvError, env } from '#lib/env';
import { discardPicture } from '#lib/media/commands';
import { newPassword } from './password.ts';
import { openPictureWorkers } from './seed-pictures.ts';
import { openProofs } from './seed-proofs.ts';

/**
 * Loads SHOP_PRESET into a database without a shop and makes the first admin. Does nothing where both are there.
 * Pictures are kept before their rows and the rows come in one transaction, so a run that is killed leaves no half
 * shop: the next one starts over. `--no-pictures` loads the rows alone.
 */

/** Any number; two instances starting at once load once. */
const LOCK = 727_272_002;

const say = (line: string) => process.stdout.write(`${line}\n`);

async function drawAll(preset: Preset): Promise<Pictures> {
  const lanes = Math.min(4, availableParallelism());
  const workers = openPictureWorkers(lanes);
  let told = 0;
  try {
    return await keepPictures(preset, workers.keep, lanes, (done, all) => {
      const share = Math.floor((done / all) * 10);
      if (share > told) say(`Drawing the pictures of ${preset.shop.name}: ${done} of ${all}`);
      told = Math.max(told, share);
    });
  } finally {
    await workers.close();
  }
}

const hasShop = async ({ db }: Database) =>
  (await db.select({ key: settings.key }).from(settings).where(eq(settings.key, 'shop'))).length > 0;

const hasAdmin = async ({ db }: Database) =>
  (await db.select({ id: users.id }).from(users).where(eq(users.role, 'admin')).limit(1)).length > 0;

async function fill(database: Database): Promise<void> {
  const needsAdmin = !(await hasAdmin(database));
  const needsShop = !(await hasShop(database));
  if (!needsAdmin && !needsShop) return;

  const preset = await readPreset(env().SHOP_PRESET);
  const isWithPictures = needsShop && !process.argv.includes('--no-pictures');
  const pictures = isWithPictures ? await drawAll(preset) : NO_PICTURES;
  const now = new Date();
  const proofs = openProofs(now);
  const generated = env().ADMIN_PASSWORD === undefined ? newPassword() : null;
  const username = env().ADMIN_USERNAME;
  const passwordHash = await hashPassword(env().ADMIN_PASSWORD ?? generated ?? newPassword());
  const staffPasswordHash = await hashPassword(randomBytes(32).toString('base64url'));
  try {
    await database.transaction(async (db) => {
      const adminIds: string[] = [];
      if (needsAdmin) {
        const id = newId();
        await db.insert(users).values({ id, username, name: username, role: 'admin', passwordHash });
        adminIds.push(id);
      }
      if (!needsShop) return;
      const loaded = await loadPreset(db, preset, {
        now,
        pictures,
        keepProof: isWithPictures ? proofs.keep : undefined,
        staffPasswordHash,
        adminIds,
      });
      say(
        `${preset.shop.name} is ready: ${loaded.products} products, ${loaded.customers} customers, ${loaded.orders} past orders`,
      );
    });
  } catch (error) {
    await Promise.all([...pictures.rows.map(discardPicture), proofs.discard()]);
    throw error;
  }
  if (needsAdmin && generated !== null) say(`BARROW_ADMIN ${JSON.stringify({ username, password: generated })}`);
}

async function main(): Promise<void> {
  const url = env().DATABASE_DIRECT_URL ?? databaseUrl();
  const lock = postgres(url, { max: 1, onnotice: () => undefined, connection: { application_name: 'barrow-seed' } });
  const database = openDatabase({ url, max: 4, prepare: true });
  try {
    await lock`select pg_advisory_lock(${LOCK})`;
    await fill(database);
  } finally {
    await Promise.all([lock.end({ timeout: 5 }), database.close()]);
  }
}

try {
  await main();
} catch (error) {
  // What the system or the database refused explains itself; anything else is a bug and shows where.
  const isExplained = error instanceof EnvError || (error instanceof Error && 'code' in error);
  const reason = !(error instanceof Error)
    ? String(error)
    : isExplained
      ? error.message
      : (error.stack ?? error.message);
  process.stderr.write(`The shop could not be loaded: ${reason}\n`);
  process.exitCode = 1;
}
