'use client';

import { FailureNotice } from '#components/admin/failure-notice';
import { Panel } from '#components/admin/shell/stat-tile';
import { Button } from '#components/ui/button';
import { Checkbox } from '#components/ui/choices';
import { changeSettingAction } from '#lib/settings/actions';
import { type Settings, securitySettings } from '#lib/settings/input';
import { useActionForm } from '../use-action-form.ts';

/** `security` as it is stored. `without` is how many colleagues would have to set their second step up. */
export function SecurityForm({ security, without }: { security: Settings['security']; without: number }) {
  const { field, submit, busy, failure } = useActionForm({
    schema: securitySettings,
    defaultValues: security,
    action: (value) => changeSettingAction({ key: 'security', value }),
    done: 'Saved.',
  });
  const people = without === 1 ? '1 colleague has none yet' : `${without} colleagues have none yet`;
  return (
    <form className="settings-part" id="security" noValidate onSubmit={submit} aria-label="Security">
      <Panel title="Security">
        <div className="grid gap-4">
          <FailureNotice failure={failure} />
          <Checkbox
            label="Everybody at the desk signs in with a second step"
            hint={`A code of an app on their phone, besides the password. Whoever has not set it up does so before anything else, also those who are signed in${without > 0 ? `: ${people}` : ''}.`}
            {...field('staff_second_factor')}
          />
          <div>
            <Button type="submit" busy={busy}>
              Save the security
            </Button>
          </div>
        </div>
      </Panel>
    </form>
  );
}
