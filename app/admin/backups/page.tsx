import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BackupNow } from '#components/admin/backups/backup-now';
import { BackupsTable } from '#components/admin/backups/backups-table';
import { ScheduleForm } from '#components/admin/backups/schedule-form';
import { PageHeader } from '#components/admin/shell/page-header';
import { Panel } from '#components/admin/shell/stat-tile';
import { EmptyState } from '#components/ui/empty-state';
import { Notice } from '#components/ui/notice';
import { Time } from '#components/ui/time';
import { getBackups } from '#lib/backup/queries';
import { hasFailed, hasPassed } from '#lib/backup/rules';
import { staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';

export const metadata: Metadata = { title: 'Backups' };

export default async function BackupsPage() {
  const ctx = await staffPage();
  if (ctx.actor.role !== 'admin') notFound();
  const [{ shop, backups: settings }, state] = await Promise.all([getSettings(ctx), getBackups(ctx)]);
  const words = { locale: shop.locale, timeZone: shop.time_zone };
  const { backups, failure, next_at: next } = state;
  const [newest] = backups;
  const lastGood = backups.find(hasPassed);

  return (
    <>
      <PageHeader title="Backups" actions={state.has_passphrase ? <BackupNow isWorking={state.is_working} /> : null} />
      {failure ? (
        <Notice tone="bad" title="The last backup came to nothing">
          <p>
            <Time at={failure.at} {...words} />: {failure.reason}
          </p>
        </Notice>
      ) : null}
      {newest && hasFailed(newest) ? (
        <Notice tone="bad" title="The newest backup failed its check">
          <p>
            {lastGood ? (
              <>
                The last that passed is that of <Time at={lastGood.taken_at} {...words} />. It stays until a newer one
                passes.
              </>
            ) : (
              'None of those here has passed one. Back up now, and look whether that one does.'
            )}
          </p>
        </Notice>
      ) : null}
      {state.has_passphrase ? null : (
        <Notice tone="warn" title="No backup is made yet">
          <p>
            Backups are encrypted. Put BACKUP_PASSPHRASE with four words or more into .env, write it down in another
            place, and restart the shop: from then on one is made every night.
          </p>
        </Notice>
      )}
      {backups.length > 0 ? (
        <BackupsTable rows={backups} shop={words} canCheck={state.has_passphrase && !state.is_working} />
      ) : (
        <EmptyState title="No backups here yet">
          Each one holds every order, customer, product and picture in one encrypted file.
        </EmptyState>
      )}
      <div className="detail mt-6">
        <div>
          <ScheduleForm backups={settings} />
        </div>
        <div>
          <Panel title="Good to know">
            <div className="grid gap-3">
              <p>
                {next ? (
                  <>
                    The next one: <Time at={next} {...words} />.
                  </>
                ) : (
                  'None is made by itself.'
                )}
              </p>
              <p>
                They lie on the same machine as the shop. Download one now and then, or have the folder copied to
                another place: a machine that breaks takes them with it.
              </p>
              <p>
                On a new machine: <code>npm run restore -- FILE</code>, then <code>npm start</code>. Without the
                passphrase nobody can open a backup.
              </p>
            </div>
          </Panel>
        </div>
      </div>
    </>
  );
}
