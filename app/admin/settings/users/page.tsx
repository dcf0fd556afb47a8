import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ListPager } from '#components/admin/list-pager';
import { PageHeader } from '#components/admin/shell/page-header';
import { AddStaff } from '#components/admin/users/staff-dialog';
import { StaffTable } from '#components/admin/users/staff-table';
import { Button } from '#components/ui/button';
import { listStaffInput } from '#lib/auth/staff-input';
import { listStaff } from '#lib/auth/staff-queries';
import { staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';
import { figure } from '../../../../components/admin/figure.ts';

export const metadata: Metadata = { title: 'Colleagues' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UsersPage({ searchParams }: Props) {
  const ctx = await staffPage();
  if (ctx.actor.role !== 'admin') notFound();
  const parsed = listStaffInput.safeParse(await searchParams);
  const filters = parsed.success ? parsed.data : listStaffInput.parse({});
  const [{ shop }, found] = await Promise.all([getSettings(ctx), listStaff(ctx, filters)]);

  return (
    <>
      <PageHeader
        title="Colleagues"
        count={figure(found.total, shop.locale)}
        crumbs={[{ label: 'Settings', href: '/admin/settings' }, { label: 'Colleagues' }]}
        actions={<AddStaff trigger={<Button icon="plus">Add colleague</Button>} />}
      />
      <StaffTable rows={found.items} shop={{ locale: shop.locale, timeZone: shop.time_zone }} self={ctx.actor.userId} />
      <ListPager {...found} isExact={found.total_exact} />
    </>
  );
}
