import type { Metadata } from 'next';
import { PageHeader } from '#components/admin/shell/page-header';
import { TestimonialDialog } from '#components/admin/testimonials/testimonial-dialog';
import { ArchivedTestimonials, TestimonialsTable } from '#components/admin/testimonials/testimonials-table';
import { Button, ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { TabLinks } from '#components/ui/tabs';
import { TESTIMONIAL_STATUSES } from '#db/enums';
import { listDeskTestimonials } from '#lib/content/queries';
import { staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';
import { STATE } from '../../../components/admin/testimonials/words.ts';

export const metadata: Metadata = { title: 'Testimonials' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const PATH = '/admin/testimonials';

export default async function TestimonialsPage({ searchParams }: Props) {
  const ctx = await staffPage();
  const { status: asked, archived: archive } = await searchParams;
  const isArchive = archive === 'true';
  const status = TESTIMONIAL_STATUSES.find((one) => one === asked);
  const [used, archived, { shop: settings }] = await Promise.all([
    listDeskTestimonials(ctx),
    listDeskTestimonials(ctx, { status: undefined, archived: true }),
    getSettings(ctx),
  ]);
  const shop = { locale: settings.locale, languages: settings.languages };
  const shown = status === undefined ? used.items : used.items.filter((one) => one.status === status);
  const add = <TestimonialDialog shop={shop} trigger={<Button icon="plus">Add testimonial</Button>} />;
  return (
    <>
      <PageHeader title="Testimonials" actions={add} />
      <TabLinks
        label="Testimonials by state"
        tabs={[
          { href: PATH, label: 'All', count: used.total, current: !isArchive && status === undefined },
          ...TESTIMONIAL_STATUSES.map((one) => ({
            href: `${PATH}?status=${one}`,
            label: STATE[one].label,
            count: used.items.filter((item) => item.status === one).length,
            current: !isArchive && one === status,
          })),
          ...(archived.total > 0 || isArchive
            ? [{ href: `${PATH}?archived=true`, label: 'Archived', count: archived.total, current: isArchive }]
            : []),
        ]}
      />
      {isArchive && archived.total > 0 ? <ArchivedTestimonials rows={archived.items} /> : null}
      {!isArchive && shown.length > 0 ? (
        <TestimonialsTable rows={shown} canMove={status === undefined} shop={shop} />
      ) : null}
      {(isArchive ? archived.total : shown.length) === 0 ? <Nothing isAll={used.total === 0} add={add} /> : null}
    </>
  );
}

function Nothing({ isAll, add }: { isAll: boolean; add: React.ReactNode }) {
  if (isAll) {
    return (
      <EmptyState title="Nobody has said anything yet" action={add}>
        A few true sentences of customers say more than any text of our own. They stand on the home page.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Nothing here"
      action={
        <ButtonLink variant="secondary" href={PATH}>
          Show all testimonials
        </ButtonLink>
      }
    />
  );
}
