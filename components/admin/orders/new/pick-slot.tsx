'use client';

import { useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { Panel } from '#components/admin/shell/stat-tile';
import { FieldError, SelectField, TextField } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import { Skeleton } from '#components/ui/skeleton';
import type { ActionFailure } from '#lib/http/action';
import type { OrderSlot } from '#lib/orders/desk-slots';
import { addDays } from '#lib/time';
import { type Clock, longDayWords, nearDayWords } from '../../../shop/slots/words.ts';
import type { ActionForm } from '../../use-action-form.ts';
import { refusalWords, SlotButton } from './slot-button.tsx';
import { useOrderSlots } from './use-order-slots.ts';
import type { DeskOrderValues, DeskShop, Good } from './values.ts';

/** The next free times, for the third tap of a phone order. */
const NEXT = 6;
/** How far ahead staff may promise. */
const FURTHEST_DAYS = 92;

/**
 * When. The next free times first; any other of a day below, also those the rules refuse, which then want a reason.
 */
export function PickSlot({
  form,
  shop,
  goods,
  failure,
}: {
  form: ActionForm<DeskOrderValues>;
  shop: DeskShop;
  goods: ReadonlyMap<string, Good>;
  failure: ActionFailure | null;
}) {
  const { control, setValue, clearErrors } = form.form;
  const [items, method, postalCode, slotId, isBelow] = useWatch({
    control,
    name: ['items', 'delivery_type', 'delivery_address.postal_code', 'slot_id', 'is_below_minimum'],
  });
  // Known to the form without a field, so that what is said about it has a place.
  form.field('slot_id');
  const error = form.errorOf('slot_id');
  const [day, setDay] = useState<string | null>(null);
  const [isFree, setFree] = useState(false);
  const asked = { delivery_type: method, items, postalCode };
  const next = useOrderSlots({ ...asked, day: null }, failure ?? error);
  const ofDay = useOrderSlots({ ...asked, day: day ?? shop.today }, failure ?? error);
  const hasSlots = next?.has_slots ?? true;
  const free = next?.slots.filter(({ reason }) => reason === null) ?? [];
  const chosen = [...(next?.slots ?? []), ...(ofDay?.slots ?? [])].find(({ id }) => id === slotId);
  const clock: Clock = { timeZone: shop.timeZone, locale: shop.locale };

  const isRefused = chosen ? chosen.reason !== null : hasSlots && isFree;
  useEffect(() => setValue('is_refused_time', isRefused), [isRefused, setValue]);

  // A time of the other way, or of another place, is none of this one.
  const isLost = slotId !== null && next !== null && ofDay !== null && !chosen;
  useEffect(() => {
    if (isLost) setValue('slot_id', null);
  }, [isLost, setValue]);
  useEffect(() => setValue('is_timed', hasSlots && !isFree), [hasSlots, isFree, setValue]);

  function choose(slot: OrderSlot | null) {
    setValue('slot_id', slot?.id ?? null, { shouldDirty: true });
    setFree(slot === null);
    clearErrors('slot_id');
  }
  const several = new Set((next?.slots ?? []).map(({ location }) => location.id)).size > 1;
  const buttons = (slots: readonly OrderSlot[], withDay: boolean) => (
    <div className="slot-tickets" data-wide={withDay}>
      {slots.map((slot) => (
        <SlotButton
          key={slot.id}
          slot={slot}
          day={withDay ? nearDayWords(slot.day, shop.today, shop.locale) : null}
          place={several ? slot.location.name : null}
          isChosen={slot.id === slotId}
          onChoose={() => choose(slot)}
          clock={clock}
        />
      ))}
    </div>
  );

  return (
    <Panel title="When">
      <div className="grid gap-4 slots">
        <FieldError id={`${form.idOf('slot_id')}-error`}>{error}</FieldError>
        {!hasSlots ? null : next === null ? (
          <Skeleton className="h-24 w-full" />
        ) : free.length > 0 ? (
          buttons(free.slice(0, NEXT), true)
        ) : (
          <Notice tone="warn">Nothing is free for this. Below any time can be promised with a reason.</Notice>
        )}
        {hasSlots ? (
          <details className="slot-more">
            <summary className="btn" data-variant="quiet" data-size="sm">
              Another time
            </summary>
            <div className="grid gap-3 pt-2">
              <OtherDay
                day={day ?? shop.today}
                days={daysIn(next?.slots ?? [])}
                shop={shop}
                onChange={setDay}
                id={form.idOf('slot-day')}
              />
              {ofDay && ofDay.slots.length > 0 ? (
                buttons(ofDay.slots, false)
              ) : (
                <p className="text-ink-soft">No hours on {longDayWords(day ?? shop.today, shop.locale)}.</p>
              )}
              <label className="tick">
                <input
                  type="checkbox"
                  checked={isFree}
                  onChange={({ target }) => (target.checked ? choose(null) : setFree(false))}
                />
                <span>No fixed time, agreed by word</span>
              </label>
            </div>
          </details>
        ) : null}
        {!hasSlots || isFree ? (
          <TextField
            label="Preferred time"
            optional
            maxLength={100}
            placeholder="Saturday, 10 to 11"
            {...form.field('preferred_time')}
          />
        ) : null}
        {isRefused || isBelow ? (
          <div className="slot-override">
            {isRefused ? (
              <Notice tone="warn" title={chosen ? 'The rules refuse this time' : 'Customers have to choose a time'}>
                {chosen ? refusalWords(chosen, goods) : 'With a reason it can be left open.'}
              </Notice>
            ) : null}
            <TextField
              label={isBelow && !isRefused ? 'Why so little is delivered there' : 'Why it is promised all the same'}
              maxLength={200}
              placeholder="Agreed with the baker"
              {...form.field('override_reason')}
            />
          </div>
        ) : null}
      </div>
    </Panel>
  );
}

const daysIn = (slots: readonly OrderSlot[]): { day: string; free: number }[] => {
  const days = new Map<string, number>();
  for (const { day, reason } of slots) days.set(day, (days.get(day) ?? 0) + (reason === null ? 1 : 0));
  return [...days].map(([day, free]) => ({ day, free }));
};

/** A day from the list, or any other by its date. */
function OtherDay({
  id,
  day,
  days,
  shop,
  onChange,
}: {
  id: string;
  day: string;
  days: readonly { day: string; free: number }[];
  shop: DeskShop;
  onChange: (day: string) => void;
}) {
  const known = days.some((one) => one.day === day);
  const words = (one: string, free: number) => {
    const near = nearDayWords(one, shop.today, shop.locale);
    const name = /^to/.test(near) ? `${near}, ${longDayWords(one, shop.locale)}` : longDayWords(one, shop.locale);
    return `${name.charAt(0).toUpperCase()}${name.slice(1)} (${free === 0 ? 'nothing free' : `${free} free`})`;
  };
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <SelectField
        id={id}
        name="slot_day"
        label="Day"
        value={known ? day : ''}
        onChange={({ target }) => target.value && onChange(target.value)}
        options={[
          ...(known ? [] : [{ value: '', label: longDayWords(day, shop.locale) }]),
          ...days.map((one) => ({ value: one.day, label: words(one.day, one.free) })),
        ]}
      />
      <TextField
        id={`${id}-date`}
        name="slot_date"
        label="Or any date"
        type="date"
        min={shop.today}
        max={addDays(shop.today, FURTHEST_DAYS)}
        value={day}
        onChange={({ target }) => target.value && onChange(target.value)}
      />
    </div>
  );
}
