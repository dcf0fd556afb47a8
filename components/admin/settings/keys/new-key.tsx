'use client';

import { useState } from 'react';
import { FormDialog } from '#components/admin/form-dialog';
import { SecretDialog } from '#components/admin/secret-dialog';
import { Button } from '#components/ui/button';
import { SelectField, TextField } from '#components/ui/field';
import { createApiKeyAction } from '#lib/auth/actions';
import { createApiKeyInput } from '#lib/auth/key-input';
import { numberField } from '../../use-action-form.ts';
import { ScopeFields } from './scope-fields.tsx';

const terms = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: '', label: 'Until it is revoked' },
];

/** Makes a key and shows it, once. */
export function NewKey() {
  const [key, setKey] = useState<string | null>(null);
  return (
    <>
      <FormDialog
        title="New API key"
        description="For a program that works with the shop: it acts in your name, within what you choose here."
        trigger={<Button icon="plus">New key</Button>}
        schema={createApiKeyInput}
        action={createApiKeyAction}
        defaultValues={{ name: '', scopes: [], expires_in_days: 365 }}
        submitLabel="Create key"
        onDone={(made) => setKey(made.key)}
      >
        {(form) => (
          <>
            <TextField
              label="Used by"
              hint="Such as Accounting, or the till."
              maxLength={100}
              autoComplete="off"
              {...form.field('name')}
            />
            <ScopeFields form={form} />
            <SelectField label="Good for" options={terms} {...form.field('expires_in_days', numberField)} />
          </>
        )}
      </FormDialog>
      <SecretDialog title="Your new key" name="the key" secret={key} onClose={() => setKey(null)}>
        <p className="text-ink-soft">
          Programs send it as <code>Authorization: Bearer</code> with each request to the API.
        </p>
      </SecretDialog>
    </>
  );
}
