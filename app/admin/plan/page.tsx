import type { Metadata } from 'next';
import { PlanBoard } from '#components/admin/plan/plan-board';
import { ReleaseToday } from '#components/admin/plan/release-today';
import { PageHeader } from '#components/admin/shell/page-header';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { dayInput } from '#lib/fields';
import { staffPage } from '#lib/http/page';
import { listShutDays } from '#lib/promise/queries/shut-days';
import { getSettings } from '#lib/settings/queries';
import { getPlans } from '#lib/stock/queries';
import { addDays, dayOf } from '#lib/time';
import { spanWords } from '../../../components/admin/plan/words.ts';

export const metadata: Metadata = { title: 'Bake plan' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const DAYS = 14;
const WEEK = 7;

export default async function PlanPage({ searchParams }: Props) {
  const ctx = await staffPage();
  const { shop } = await getSettings(ctx);
  const today = dayOf(ctx.now, shop.time_zone);
  const wanted = dayInput.safeParse((await searchParams).from);
  const first = wanted.success ? wanted.data : today;
  const last = addDays(first, DAYS - 1);
  const [plans, shut] = await Promise.all([
    // The week before as well: days are copied from it. Today always: the head of the page tells of it.
    getPlans(ctx, { from: addDays(first, -WEEK), to: last, variant_id: undefined }),
    listShutDays(ctx, { from: first, to: last }),
  ]);
  const now =
    first <= today && today <= last ? plans : await getPlans(ctx, { from: today, to: today, variant_id: undefined });
  const locale = shop.locale;

  return (
    <>
      <PageHeader
        title="Bake plan"
        status={<span className="text-ink-soft">{spanWords(first, last, shop.locale)}</span>}
        actions={
          <>
            <ButtonLink variant="quiet" icon="chevronLeft" href={`/admin/plan?from=${addDays(first, -WEEK)}`}>
              Earlier
            </ButtonLink>
            {first === today ? null : (
              <ButtonLink variant="secondary" href="/admin/plan">
                Today
              </ButtonLink>
            )}
            <ButtonLink variant="quiet" icon="chevronRight" href={`/admin/plan?from=${addDays(first, WEEK)}`}>
              Later
            </ButtonLink>
          </>
        }
      />
      {plans.variants.length > 0 ? (
        <>
          <ReleaseToday
            plans={now}
            shop={{ locale, timeZone: shop.time_zone }}
            mayChange={ctx.actor.role === 'admin'}
          />
          <PlanBoard
            plans={plans}
            first={first}
            days={DAYS}
            shut={Object.fromEntries(
              shut.map(({ day, message }) => [day, message ?? 'Nothing is handed over that day.']),
            )}
            locale={locale}
          />
        </>
      ) : (
        <EmptyState
          title="Nothing is made per day yet"
          action={<ButtonLink href="/admin/products">To the products</ButtonLink>}
        >
          Edit a product and choose “Made per day” as its stock. Then so many pieces can be ordered for each day as the
          plan says.
        </EmptyState>
      )}
    </>
  );
}
