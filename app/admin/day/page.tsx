import { redirect } from 'next/navigation';
import { staffPage } from '#lib/http/page';
import { dayParam } from '#lib/orders/day-input';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import { toSearch, withParams } from '../../../components/admin/address.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Today, or the day named by `date`, as a form sends it. */
export default async function TodayPage({ searchParams }: Props) {
  const ctx = await staffPage();
  const [params, { shop }] = [await searchParams, await getSettings(ctx)];
  const wanted = dayParam.safeParse(params);
  const date = wanted.success ? wanted.data.date : dayOf(ctx.now, shop.time_zone);
  redirect(withParams(`/admin/day/${date}`, toSearch(params), { date: null }));
}
