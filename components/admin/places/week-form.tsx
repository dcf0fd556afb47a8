'use client';

import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import { useFieldArray } from 'react-hook-form';
import { FailureNotice } from '#components/admin/failure-notice';
import { Panel } from '#components/admin/shell/stat-tile';
import { Button, ButtonLink } from '#components/ui/button';
import { FieldError, TextField } from '#components/ui/field';
import type { FieldMessages } from '#lib/errors';
import type { ActionFailure } from '#lib/http/action';
import { saveWeekAction } from '#lib/promise/actions';
import { weekInput } from '#lib/promise/hours-input';
import { useActionForm } from '../use-action-form.ts';
import { useLeaveGuard } from '../use-leave-guard.ts';
import { CopyDay } from './copy-day.tsx';
import { isUnseen, UnseenOrders } from './unseen-orders.tsx';
import { copyDay, nextWindow, type WeekValues } from './week-values.ts';
import { WindowRow } from './window-row.tsx';
import { seasonWords, WEEKDAYS } from './words.ts';

type Overlapped = { starts: string; ends: string; valid_from: string | null; valid_to: string | null };
const isOverlapped = (value: unknown): value is Overlapped =>
  typeof value === 'object' && value !== null && 'starts' in value && 'ends' in value;

/** A window that overlaps with one of another season is told which. */
const sayOverlap =
  (locale: string) =>
  ({ code, details, fields }: ActionFailure): FieldMessages => {
    if (code !== 'CONF_001' || typeof details.field !== 'string' || !isOverlapped(details.with)) return fields;
    const { starts, ends, ...season } = details.with;
    return { [details.field]: [`This overlaps with ${starts}–${ends} (${seasonWords(season, locale)}).`] };
  };

/** A week of hours for one purpose and season as one form. */
export function WeekForm({ values, placeHref, locale }: { values: WeekValues; placeHref: string; locale: string }) {
  const router = useRouter();
  const days = useRef<HTMLDivElement>(null);
  const form = useActionForm({
    schema: weekInput,
    action: saveWeekAction,
    defaultValues: values,
    done: 'The hours are saved.',
    fieldsOf: sayOverlap(locale),
    onDone: () => router.push(placeHref),
  });
  const { field, submit, busy, failure } = form;
  const { getValues, setValue, formState } = form.form;
  useLeaveGuard(formState.isDirty && !formState.isSubmitSuccessful);
  const { fields, insert, remove, replace } = useFieldArray({
    control: form.form.control,
    name: 'windows',
    keyName: 'key',
  });
  const ofDay = (weekday: number) =>
    fields
      .map((window, at) => ({ key: window.key, at, weekday: window.weekday }))
      .filter((one) => one.weekday === weekday);

  function add(weekday: number): void {
    const windows = getValues('windows');
    const after = windows.findLastIndex((window) => window.weekday <= weekday) + 1;
    insert(after, nextWindow(windows, weekday), { focusName: `windows.${after}.starts` });
  }
  const focusDay = (weekday: number) =>
    setTimeout(() => days.current?.querySelector<HTMLButtonElement>(`[data-add="${weekday}"]`)?.focus(), 0);
  const save = (confirm: boolean) => {
    setValue('confirm', confirm);
    return submit();
  };

  return (
    <form
      noValidate
      aria-label="Hours"
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void save(false);
      }}
    >
      <div ref={days}>
        <Panel>
          <div className="grid gap-4">
            {isUnseen(failure) ? (
              <div className="grid gap-3">
                <UnseenOrders failure={failure} lost="their hours" />
                <div>
                  <Button variant="danger" busy={busy} onClick={() => save(true)}>
                    Save anyway
                  </Button>
                </div>
              </div>
            ) : (
              <FailureNotice failure={failure} />
            )}
            <div className="grid max-w-xl gap-4 sm:grid-cols-2">
              <TextField label="Valid from" type="date" optional {...field('valid_from')} />
              <TextField label="Valid until" type="date" optional {...field('valid_to')} />
            </div>
            <p className="field-hint">
              “Orders” and “Load” are the most that one slot takes; empty is no limit. Each piece adds the work it
              makes, as its product says, to the load.
            </p>
            <div className="rows">
              {WEEKDAYS.map((name, index) => {
                const weekday = index + 1;
                const windows = ofDay(weekday);
                return (
                  <section key={name} className="week-day" aria-label={name}>
                    <h2>{name}</h2>
                    <div className="grid gap-3">
                      {windows.length === 0 ? <p className="week-closed">Closed</p> : null}
                      {windows.map(({ key, at }, number) => (
                        <WindowRow
                          key={key}
                          form={form}
                          at={at}
                          name={windows.length === 1 ? `${name}, window` : `${name}, window ${number + 1}`}
                          onRemove={() => {
                            remove(at);
                            focusDay(weekday);
                          }}
                        />
                      ))}
                      <div className="flex flex-wrap gap-x-2">
                        <Button variant="quiet" size="sm" icon="plus" data-add={weekday} onClick={() => add(weekday)}>
                          Add hours<span className="visually-hidden"> on {name}</span>
                        </Button>
                        {windows.length > 0 ? (
                          <CopyDay
                            weekday={weekday}
                            onCopy={(to) => replace(copyDay(getValues('windows'), weekday, to))}
                          />
                        ) : null}
                      </div>
                    </div>
                  </section>
                );
              })}
            </div>
            <FieldError id={form.idOf('windows-error')}>{form.errorOf('windows')}</FieldError>
          </div>
        </Panel>
      </div>
      <div className="save-bar">
        <Button type="submit" busy={busy}>
          Save the hours
        </Button>
        <ButtonLink variant="quiet" href={placeHref}>
          Go back
        </ButtonLink>
      </div>
    </form>
  );
}
