import { stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { checkBackup, downloadBackup, makeBackup } from '#lib/backup/commands';
import { backupJobs } from '#lib/backup/jobs';
import { getBackups } from '#lib/backup/queries';
import { nameOfBackup, recordPath, writeWhole } from '#lib/backup/record';
import { backupSettings } from '#lib/backup/rules';
import { backupFolder, removeSurplus, storedBackups } from '#lib/backup/stored';
import { database } from '#lib/database';
import type { Job } from '#lib/jobs/table';
import { outcome, setSetting, staffMember } from '#tests/factories/shop';
import { runWork } from '#tests/support/jobs';

// Before anything reads the settings.
process.env.BACKUP_PASSPHRASE = 'seven loaves and two fishes';

function jobOf(name: string): Job {
  const job = backupJobs.find((one) => one.name === name);
  if (!job) throw new Error(`no job ${name}`);
  return job;
}

const eventOf = (name: string) => ({
  seq: 1,
  topic: 'backup.asked',
  entity_id: name,
  payload: {},
  at: new Date().toISOString(),
});

const eventsOf = async (topic: string) =>
  (await database().db.execute(sql`select entity_id from domain_events where topic = ${topic}`)).length;

it('is asked for at the desk, made in the background, checked, and handed out to admins', async () => {
  await setSetting('shop', { name: 'Crumb & Ember' });
  await setSetting('backups', { check: false });
  const admin = await staffMember('admin');
  const staff = await staffMember('staff');
  for (const refused of [makeBackup(staff), getBackups(staff), downloadBackup(staff, { name: 'x' })]) {
    expect(await outcome(refused)).toBe('AUTH_003');
  }

  expect((await makeBackup(admin)).is_working).toBe(true);
  expect(await eventsOf('backup.asked')).toBe(1);
  await runWork({ job: jobOf('make-asked-backup'), data: eventOf('new') });
  const { backups, next_at: next, failure } = await getBackups(admin);
  expect(backups).toMatchObject([{ shop: 'Crumb & Ember', checked: null, missing_files: 0 }]);
  expect(failure).toBeNull();
  expect(Date.parse(next ?? '')).toBeGreaterThan(admin.now.getTime());

  const name = backups[0]?.name ?? '';
  const file = await downloadBackup(admin, { name });
  expect((await file.arrayBuffer()).byteLength).toBe(backups[0]?.bytes);
  expect(await outcome(downloadBackup(admin, { name: '../postgres.json' }))).toBe('DB_002');

  await checkBackup(admin, { name });
  await runWork({ job: jobOf('check-asked-backup'), data: eventOf(name) });
  expect((await getBackups(admin)).backups[0]?.checked).toMatchObject({ how: 'restored', reason: null });
  expect(await eventsOf('backup.failed')).toBe(0);

  const path = join(backupFolder(), name);
  await truncate(path, (await stat(path)).size - 20);
  await runWork({ job: jobOf('check-asked-backup'), data: eventOf(name) });
  expect((await getBackups(admin)).backups[0]?.checked?.reason).toMatch(/cut short/);
  expect(await eventsOf('backup.failed')).toBe(1);
  const deeds = await database().db.execute<{ action: string }>(
    sql`select action from audit_log where entity = 'backup' order by at, id`,
  );
  expect(deeds.map(({ action }) => action)).toEqual([
    'backup.asked',
    'backup.made',
    'backup.downloaded',
    'backup.check_asked',
    'backup.checked',
    'backup.failed',
  ]);
});

it('never removes the last that passed its check for newer ones that failed', async () => {
  const settings = backupSettings.parse({ keep_days: 1, keep_weeks: 0 });
  const [, ...others] = await storedBackups();
  expect(others).toEqual([]);
  const keep = async (day: string, reason: string | null) => {
    const at = new Date(`${day}T03:00:00Z`);
    const path = join(backupFolder(), nameOfBackup(at));
    const facts = { app: '1', schema: '', shop: '', bytes: 1, sha256: '', rows: 0, orders: 0, customers: 0, files: 0 };
    const checked = { at: at.toISOString(), how: 'restored', reason };
    await writeFile(path, '');
    await writeWhole(recordPath(path), { ...facts, taken_at: at.toISOString(), missing_files: 0, seconds: 1, checked });
    return nameOfBackup(at);
  };
  const older = await keep('2031-01-01', null);
  const good = await keep('2031-01-02', null);
  const wrong = await keep('2031-01-03', 'It is cut short.');
  const newest = await keep('2031-01-04', 'It is cut short.');
  const left = async () => (await storedBackups()).map(({ name }) => name);
  // What the test before this one left failed too, and something newer passed.
  expect(await removeSurplus(settings, 'Europe/Berlin', new Date())).toEqual(expect.arrayContaining([wrong, older]));
  expect(await left()).toEqual([newest, good]);
  expect(await stat(join(backupFolder(), good))).toMatchObject({ size: 0 });
  expect((await getBackups(await staffMember('admin'))).backups.map(({ checked }) => checked?.reason ?? null)).toEqual([
    'It is cut short.',
    null,
  ]);
});
