'use client';

import { useState } from 'react';
import { Status } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { Dialog } from '#components/ui/dialog';
import { Notice } from '#components/ui/notice';
import { Time } from '#components/ui/time';
import { replayDeliveryAction } from '#lib/webhooks/actions';
import type { DeliveryDto } from '#lib/webhooks/output';
import { useAction } from '../../use-action.ts';
import { DELIVERY_STATE } from './words.ts';

type Shop = { locale: string; timeZone: string };

/** What was sent, and what became of it. */
export function DeliveryDialog({ delivery, shop }: { delivery: DeliveryDto; shop: Shop }) {
  const [isOpen, setOpen] = useState(false);
  const { id, event, status, attempts, error, response_code: code, payload } = delivery;
  const replay = useAction(replayDeliveryAction, { done: 'It is on its way again.', onDone: () => setOpen(false) });
  const { label, tone } = DELIVERY_STATE[status];
  return (
    <Dialog
      kind="drawer"
      title={event}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className="row-link delivery-link">
          {event}
        </button>
      }
      footer={
        <Button
          variant="secondary"
          icon="arrowRight"
          busy={replay.busy}
          disabled={status === 'sending'}
          onClick={() => replay.run({ id })}
        >
          Send again
        </Button>
      }
    >
      <div className="grid gap-4">
        {error ? <Notice tone={status === 'failed' ? 'bad' : 'warn'}>{error}</Notice> : null}
        <dl className="fact-list">
          <div>
            <dt>State</dt>
            <dd>
              <Status tone={tone}>{label}</Status>
            </dd>
          </div>
          <div>
            <dt>Happened</dt>
            <dd>
              <Time at={delivery.created_at} {...shop} />
            </dd>
          </div>
          {delivery.delivered_at ? (
            <div>
              <dt>Delivered</dt>
              <dd>
                <Time at={delivery.delivered_at} {...shop} />
              </dd>
            </div>
          ) : null}
          {status === 'queued' && attempts > 0 && delivery.next_attempt_at ? (
            <div>
              <dt>Next try</dt>
              <dd>
                <Time at={delivery.next_attempt_at} {...shop} />
              </dd>
            </div>
          ) : null}
          <div>
            <dt>Tries</dt>
            <dd>{attempts}</dd>
          </div>
          {code === null ? null : (
            <div>
              <dt>Answer</dt>
              <dd>{code}</dd>
            </div>
          )}
        </dl>
        <section className="payload" aria-label="What is sent">
          <h3>What is sent</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
          <pre tabIndex={0}>{JSON.stringify(payload, null, 2)}</pre>
        </section>
      </div>
    </Dialog>
  );
}
