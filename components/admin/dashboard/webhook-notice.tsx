import { Link } from '#components/ui/link';
import { Notice } from '#components/ui/notice';
import type { WebhookDto } from '#lib/webhooks/output';

/** Other programs that hear nothing any more, because nothing arrived there for a day. */
export function WebhookNotice({ webhooks }: { webhooks: readonly WebhookDto[] }) {
  const off = webhooks.filter(({ state }) => state === 'switched_off');
  const [first] = off;
  if (!first) return null;
  return (
    <Notice
      tone="warn"
      title={off.length === 1 ? 'A webhook was switched off' : `${off.length} webhooks were switched off`}
    >
      <p>
        Nothing arrived {off.length === 1 ? `at ${new URL(first.url).host}` : 'there'} for a day, so the shop has
        stopped telling it.{' '}
        <Link href={off.length === 1 ? `/admin/settings/webhooks/${first.id}` : '/admin/settings/webhooks'}>
          See what was not delivered
        </Link>
      </p>
    </Notice>
  );
}
