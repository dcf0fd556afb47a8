import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AlarmList } from '#components/admin/health/alarm-list';
import { HealthList } from '#components/admin/health/health-list';
import { SlowQueries } from '#components/admin/health/slow-queries';
import { PageHeader } from '#components/admin/shell/page-header';
import { Panel } from '#components/admin/shell/stat-tile';
import { Status } from '#components/ui/badge';
import { ButtonLink } from '#components/ui/button';
import { Time } from '#components/ui/time';
import { staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';
import { getHealth } from '#lib/system/queries';
import { countOf } from '#lib/system/rules';
import { linesOf } from '../../../components/admin/health/lines.ts';
import { summaryWords } from '../../../components/admin/health/words.ts';

export const metadata: Metadata = { title: 'Health' };

export default async function HealthPage() {
  const ctx = await staffPage();
  if (ctx.actor.role !== 'admin') notFound();
  const [{ shop }, health] = await Promise.all([getSettings(ctx), getHealth(ctx)]);
  const words = { locale: shop.locale, timeZone: shop.time_zone };
  const [broken, look] = [countOf(health.verdicts, 'broken'), countOf(health.verdicts, 'look')];

  return (
    <>
      <PageHeader
        title="Health"
        status={<Status tone={broken > 0 ? 'bad' : look > 0 ? 'warn' : 'good'}>{summaryWords(broken, look)}</Status>}
        actions={
          <ButtonLink variant="secondary" href="/admin/health">
            Look again
          </ButtonLink>
        }
      />
      <p className="text-ink-soft">
        As of <Time at={ctx.now.toISOString()} {...words} />. Process and disk are those of the server that answered.
      </p>
      <AlarmList watches={health.figures.watches} shop={words} />
      <div className="health-groups">
        {linesOf(health, shop.locale).map(({ title, lines }) => (
          <Panel key={title} title={title}>
            <HealthList lines={lines} shop={words} />
          </Panel>
        ))}
      </div>
      <Panel title="Slowest queries">
        <SlowQueries slow={health.slow} locale={shop.locale} />
      </Panel>
    </>
  );
}
