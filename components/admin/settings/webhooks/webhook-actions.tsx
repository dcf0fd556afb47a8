'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ConfirmDialog } from '#components/admin/confirm-dialog';
import { Button } from '#components/ui/button';
import {
  removeWebhookAction,
  rotateWebhookSecretAction,
  testWebhookAction,
  updateWebhookAction,
} from '#lib/webhooks/actions';
import type { WebhookDto } from '#lib/webhooks/output';
import { useAction } from '../../use-action.ts';
import { EditWebhook, HookSecret } from './webhook-dialog.tsx';

/** In the head of its page. */
export function WebhookActions({ webhook }: { webhook: WebhookDto }) {
  const test = useAction(testWebhookAction, { done: 'The test is on its way.' });
  return (
    <>
      <EditWebhook
        webhook={webhook}
        trigger={
          <Button variant="secondary" icon="pencil">
            Edit
          </Button>
        }
      />
      <Button icon="arrowRight" busy={test.busy} onClick={() => test.run({ id: webhook.id })}>
        Send a test
      </Button>
    </>
  );
}

/** What ends or changes it for good. */
export function WebhookEnds({ webhook }: { webhook: WebhookDto }) {
  const router = useRouter();
  const { id, is_active: isActive } = webhook;
  const [secret, setSecret] = useState<string | null>(null);
  const start = useAction(updateWebhookAction, { done: 'The webhook works again.' });
  return (
    <div className="flex flex-wrap gap-2">
      {isActive ? (
        <ConfirmDialog
          title="Pause this webhook?"
          confirmLabel="Pause webhook"
          variant="primary"
          trigger={<Button variant="secondary">Pause</Button>}
          action={updateWebhookAction}
          input={{ id, is_active: false }}
          done="The webhook is paused."
        >
          Nothing is sent to it any more. What happens meanwhile it is not told later, and what still waits can only be
          replayed by hand.
        </ConfirmDialog>
      ) : (
        <Button variant="secondary" busy={start.busy} onClick={() => start.run({ id, is_active: true })}>
          Start again
        </Button>
      )}
      <ConfirmDialog
        title="Replace the secret?"
        confirmLabel="Replace secret"
        variant="primary"
        trigger={<Button variant="secondary">Replace secret</Button>}
        action={rotateWebhookSecretAction}
        input={{ id }}
        done="The secret is replaced."
        onDone={(made) => setSecret(made.secret)}
      >
        The new one is shown once. For a day every request is signed with both, so that the receiver can change over
        without missing anything.
      </ConfirmDialog>
      <HookSecret secret={secret} onClose={() => setSecret(null)} />
      <ConfirmDialog
        title="Remove this webhook?"
        confirmLabel="Remove webhook"
        trigger={
          <Button variant="secondary" icon="trash">
            Remove
          </Button>
        }
        action={removeWebhookAction}
        input={{ id }}
        done="The webhook is removed."
        onDone={() => router.push('/admin/settings/webhooks')}
      >
        It goes with all its deliveries. This cannot be undone.
      </ConfirmDialog>
    </div>
  );
}
