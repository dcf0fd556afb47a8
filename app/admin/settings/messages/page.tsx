import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ServiceNotice } from '#components/admin/outbox/service-notice';
import { WaysForm } from '#components/admin/settings/messages/ways-form';
import { PageHeader } from '#components/admin/shell/page-header';
import { ButtonLink } from '#components/ui/button';
import { staffPage } from '#lib/http/page';
import { noticeServices } from '#lib/notices/queries';
import { kindOf, NOTICE_KINDS } from '#lib/notices/rules';
import { getSettings } from '#lib/settings/queries';

export const metadata: Metadata = { title: 'Messages' };

export default async function MessagesPage() {
  const ctx = await staffPage();
  if (ctx.actor.role !== 'admin') notFound();
  const { messages, shop } = await getSettings(ctx);
  const channels = Object.fromEntries(
    NOTICE_KINDS.map((kind) => [kind, { ...kindOf(kind).channels, ...messages.channels[kind] }]),
  );
  const edited = NOTICE_KINDS.filter((kind) =>
    Object.values(messages.texts).some((ofKind) => ofKind?.[kind] !== undefined),
  );
  return (
    <>
      <PageHeader
        title="Messages"
        crumbs={[{ label: 'Settings', href: '/admin/settings' }, { label: 'Messages' }]}
        actions={
          <ButtonLink variant="secondary" icon="mail" href="/admin/outbox">
            Outbox
          </ButtonLink>
        }
      />
      <div className="grid max-w-4xl gap-5">
        <ServiceNotice services={noticeServices()} />
        <WaysForm
          ways={{ staff_email: messages.staff_email, reply_to: messages.reply_to, channels }}
          shopEmail={shop.email}
          edited={edited}
        />
      </div>
    </>
  );
}
