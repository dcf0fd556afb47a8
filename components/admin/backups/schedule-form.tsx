'use client';

import { FailureNotice } from '#components/admin/failure-notice';
import { Panel } from '#components/admin/shell/stat-tile';
import { Button } from '#components/ui/button';
import { Checkbox } from '#components/ui/choices';
import { SelectField, TextField } from '#components/ui/field';
import { type BackupSettings, backupSettings } from '#lib/backup/rules';
import { changeSettingAction } from '#lib/settings/actions';
import { numberField, useActionForm } from '../use-action-form.ts';
import { EVERY, HOURS, WEEKDAYS } from './words.ts';

/** When backups are made by themselves, how many stay, and whether each is tried. */
export function ScheduleForm({ backups }: { backups: BackupSettings }) {
  const { form, field, submit, busy, failure } = useActionForm({
    schema: backupSettings,
    defaultValues: backups,
    action: (value) => changeSettingAction({ key: 'backups', value }),
    done: 'Saved.',
  });
  const every = form.watch('every');
  return (
    <form noValidate onSubmit={submit} aria-label="Schedule">
      <Panel title="Schedule">
        <div className="grid gap-4">
          <FailureNotice failure={failure} />
          <SelectField label="Back up" options={EVERY} {...field('every')} />
          {every === 'never' ? null : (
            <div className="grid gap-4 sm:grid-cols-2">
              {every === 'week' ? (
                <SelectField label="On" options={WEEKDAYS} {...field('weekday', numberField)} />
              ) : null}
              <SelectField label="At" options={HOURS} {...field('hour', numberField)} />
            </div>
          )}
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              label="Keep the newest of"
              end="days"
              inputMode="numeric"
              hint="1 to 90."
              {...field('keep_days', numberField)}
            />
            <TextField
              label="and of"
              end="weeks"
              inputMode="numeric"
              hint="0 to 104."
              {...field('keep_weeks', numberField)}
            />
          </div>
          <p className="field-hint">
            The last that passed its check always stays. One that failed stands for no day, and goes once a newer one
            passes.
          </p>
          <Checkbox
            label="Check each one"
            hint="It is restored into a database made for that, compared row by row, and removed again."
            {...field('check')}
          />
          <div>
            <Button type="submit" variant="secondary" busy={busy}>
              Save the schedule
            </Button>
          </div>
        </div>
      </Panel>
    </form>
  );
}
