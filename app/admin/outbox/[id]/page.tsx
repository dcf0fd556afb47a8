import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { MessageCard } from '#components/admin/outbox/message-card';
import { MessageFacts } from '#components/admin/outbox/message-facts';
import { MessageHead } from '#components/admin/outbox/message-head';
import { Panel } from '#components/admin/shell/stat-tile';
import { staffPage } from '#lib/http/page';
import { getOutboxEntry } from '#lib/notices/queries';
import { getSettings } from '#lib/settings/queries';

export const metadata: Metadata = { title: 'Message' };

type Props = { params: Promise<{ id: string }> };

export default async function OutboxEntryPage({ params }: Props) {
  const ctx = await staffPage();
  if (ctx.actor.role !== 'admin') notFound();
  const { id } = await params;
  const [{ shop }, message] = await Promise.all([
    getSettings(ctx),
    z.uuid().safeParse(id).success ? getOutboxEntry(ctx, id) : null,
  ]);
  if (!message) notFound();

  return (
    <>
      <MessageHead message={message} />
      <div className="detail">
        <div>
          <MessageCard channel={message.channel} subject={message.subject} body={message.body} heading="h2" />
        </div>
        <div>
          <Panel title="Details">
            <MessageFacts message={message} shop={{ locale: shop.locale, timeZone: shop.time_zone }} />
          </Panel>
        </div>
      </div>
    </>
  );
}
