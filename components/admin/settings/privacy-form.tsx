'use client';

import type { z } from 'zod';
import { FailureNotice } from '#components/admin/failure-notice';
import { Panel } from '#components/admin/shell/stat-tile';
import { Button } from '#components/ui/button';
import { TextField } from '#components/ui/field';
import { changeSettingAction } from '#lib/settings/actions';
import { privacySettings } from '#lib/settings/input';
import { numberField, useActionForm } from '../use-action-form.ts';

/** How long the shop remembers guests. */
export function PrivacyForm({ privacy }: { privacy: z.output<typeof privacySettings> }) {
  const { field, submit, busy, failure } = useActionForm({
    schema: privacySettings,
    defaultValues: privacy,
    action: (value) => changeSettingAction({ key: 'privacy', value }),
    done: 'Saved.',
  });
  return (
    <form className="settings-part" id="privacy" noValidate onSubmit={submit} aria-label="Privacy">
      <Panel title="Privacy">
        <div className="grid gap-4">
          <FailureNotice failure={failure} />
          <p className="max-w-prose text-ink-soft">
            Guests who have not ordered for this long are forgotten at night: their orders stay in the books without
            them. Customers with an account stay until they ask.
          </p>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              label="Forget guests after"
              optional
              end="months"
              inputMode="numeric"
              hint="3 to 120; empty means never."
              {...field('guest_months', numberField)}
            />
          </div>
          <div>
            <Button type="submit" busy={busy}>
              Save privacy
            </Button>
          </div>
        </div>
      </Panel>
    </form>
  );
}
