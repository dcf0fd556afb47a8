import { Badge, Status } from '#components/ui/badge';
import { Link } from '#components/ui/link';
import { Table, Td, Th } from '#components/ui/table';
import { Time } from '#components/ui/time';
import type { WebhookDto } from '#lib/webhooks/output';
import { WEBHOOK_STATE } from './words.ts';

type Shop = { locale: string; timeZone: string };

export function WebhooksTable({ webhooks, shop }: { webhooks: WebhookDto[]; shop: Shop }) {
  return (
    <Table caption="Webhooks" stack>
      <thead>
        <tr>
          <Th>Webhook</Th>
          <Th>It is told of</Th>
          <Th>State</Th>
        </tr>
      </thead>
      <tbody>
        {webhooks.map((webhook) => {
          const { label, tone } = WEBHOOK_STATE[webhook.state];
          const since = webhook.state === 'failing' ? webhook.failing_since : webhook.disabled_at;
          return (
            <tr key={webhook.id}>
              <Td>
                <span className="lead-cell">
                  <Link className="row-link break-all" href={`/admin/settings/webhooks/${webhook.id}`}>
                    {webhook.description || webhook.url}
                  </Link>
                  {webhook.description ? <span className="sub break-all">{webhook.url}</span> : null}
                </span>
              </Td>
              <Td label="It is told of">
                <span className="scope-list">
                  {webhook.events.map((event) => (
                    <Badge key={event}>{event}</Badge>
                  ))}
                </span>
              </Td>
              <Td label="State">
                <span>
                  <Status tone={tone}>{label}</Status>
                  {since ? (
                    <span className="sub">
                      since <Time at={since} {...shop} format="short" />
                    </span>
                  ) : null}
                </span>
              </Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
