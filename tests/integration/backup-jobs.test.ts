import { stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { checkBackup, downloadBackup, makeBackup } from '#lib/backup/commands';
import { backupJobs } from '#lib/backup/jobs';
import { getBackups } from '#lib/backup/queries';
import { backupFolder } from '#lib/backup/stored';
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
