'use client';

import { type ReactNode, useState } from 'react';
import { FormDialog } from '#components/admin/form-dialog';
import { SecretDialog } from '#components/admin/secret-dialog';
import { Choice, Choices } from '#components/ui/choices';
import { TextField } from '#components/ui/field';
import { createWebhookAction, updateWebhookAction } from '#lib/webhooks/actions';
import { type CreateWebhook, createWebhookInput } from '#lib/webhooks/input';
import type { WebhookDto } from '#lib/webhooks/output';
import { WEBHOOK_EVENTS, type WebhookEvent } from '#lib/webhooks/rules';
import type { ActionForm } from '../../use-action-form.ts';
import { EVENT_TEXT } from './words.ts';

type Values = Pick<CreateWebhook, 'url' | 'events'> & { description?: string };

function Fields({ form }: { form: ActionForm<Values> }) {
  const { id, error, ...box } = form.field('events');
  return (
    <>
      <TextField
        label="Address"
        type="url"
        inputMode="url"
        hint="Where it is told, beginning with https://."
        maxLength={2000}
        autoComplete="off"
        {...form.field('url')}
      />
      <TextField label="Used by" optional maxLength={200} autoComplete="off" {...form.field('description')} />
      <Choices id={id} legend="It is told when" min="wide" error={error}>
        {WEBHOOK_EVENTS.map((event) => (
          <Choice
            key={event}
            type="checkbox"
            value={event}
            title={EVENT_TEXT[event]}
            note={<code>{event}</code>}
            {...box}
          />
        ))}
      </Choices>
    </>
  );
}

const isKnown = (event: string): event is WebhookEvent => Object.hasOwn(EVENT_TEXT, event);

/** An endpoint that is there already. */
export function EditWebhook({ webhook, trigger }: { webhook: WebhookDto; trigger: ReactNode }) {
  const { id, url, description, events } = webhook;
  return (
    <FormDialog
      title="Edit webhook"
      trigger={trigger}
      schema={createWebhookInput}
      action={(values: Values) => updateWebhookAction({ id, ...values })}
      defaultValues={{ url, description, events: events.filter(isKnown) }}
      submitLabel="Save webhook"
      done="The webhook is saved."
    >
      {(form) => <Fields form={form} />}
    </FormDialog>
  );
}

/** What every receiver needs to know of its secret. */
export function HookSecret({ secret, onClose }: { secret: string | null; onClose: () => void }) {
  return (
    <SecretDialog title="The secret of this webhook" name="the secret" secret={secret} onClose={onClose}>
      <p className="text-ink-soft">
        Every request carries <code>Barrow-Signature</code>, made with it. Whoever receives should check it before
        believing a word.
      </p>
    </SecretDialog>
  );
}

/** Adds an endpoint and shows its secret, once. */
export function NewWebhook({ trigger }: { trigger: ReactNode }) {
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <>
      <FormDialog
        title="New webhook"
        description="The shop tells another program what happens, as it happens."
        trigger={trigger}
        schema={createWebhookInput}
        action={(values: Values) => createWebhookAction(values)}
        defaultValues={{ url: '', description: '', events: [] }}
        submitLabel="Add webhook"
        onDone={(made) => setSecret(made.secret)}
      >
        {(form) => <Fields form={form} />}
      </FormDialog>
      <HookSecret secret={secret} onClose={() => setSecret(null)} />
    </>
  );
}
