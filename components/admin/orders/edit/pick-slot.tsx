'use client';

import { useState } from 'react';
import { FieldError, SelectField } from '#components/ui/field';
import type { OrderSlot } from '#lib/orders/desk-slots';
import { dayOf, formatDay } from '#lib/time';
import { nearDayWords } from '../../../shop/slots/words.ts';
import { SlotButton } from '../new/slot-button.tsx';
import type { EditShop } from './values.ts';

type Present = { id: string; starts_at: string; ends_at: string } | null;

/** A time by day, also those the rules refuse: they then want a reason. `present` is the one the order has. */
export function PickSlot({
  id,
  slots,
  value,
  present,
  error,
  shop,
  onChange,
}: {
  id: string;
  slots: readonly OrderSlot[];
  value: string | null;
  present: Present;
  error: string | undefined;
  shop: EditShop;
  onChange: (slotId: string) => void;
}) {
  const [picked, setPicked] = useState<string | null>(null);
  const all = withPresent(slots, present, shop.timeZone);
  const days = [...new Set(all.map(({ day }) => day))].sort();
  const day =
    picked ?? all.find((slot) => slot.id === value)?.day ?? all.find(({ reason }) => reason === null)?.day ?? days[0];
  const several = new Set(all.map(({ location }) => location.id)).size > 1;
  const words = (one: string) => {
    const near = nearDayWords(one, shop.today, shop.locale);
    const count = all.filter((slot) => slot.day === one && slot.reason === null).length;
    const name =
      near === 'today' || near === 'tomorrow' ? `${formatDay(one, shop.locale)}, ${near}` : formatDay(one, shop.locale);
    return `${name} (${count === 0 ? 'nothing free' : `${count} free`})`;
  };
  return (
    <fieldset id={id} className="grid gap-3 slots" tabIndex={-1} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="field-label mb-2">Time</legend>
      <FieldError id={`${id}-error`}>{error}</FieldError>
      <SelectField
        id={`${id}-day`}
        name="slot_day"
        label="Day"
        hideLabel
        value={day}
        onChange={({ target }) => setPicked(target.value)}
        options={days.map((one) => ({ value: one, label: words(one) }))}
      />
      <div className="slot-tickets" data-wide="true">
        {all
          .filter((slot) => slot.day === day)
          .map((slot) => (
            <SlotButton
              key={slot.id}
              slot={slot.id === present?.id ? { ...slot, reason: null } : slot}
              day={slot.id === present?.id ? 'as it is' : null}
              place={several ? slot.location.name : null}
              isChosen={slot.id === value}
              onChoose={() => onChange(slot.id)}
              clock={shop}
            />
          ))}
      </div>
    </fieldset>
  );
}

/** The time it has is its own, also where the opening hours no longer know it. */
function withPresent(slots: readonly OrderSlot[], present: Present, timeZone: string): readonly OrderSlot[] {
  if (!present || slots.some(({ id }) => id === present.id)) return slots;
  const own: OrderSlot = {
    ...present,
    day: dayOf(new Date(present.starts_at), timeZone),
    location: { id: '', name: '' },
    state: 'open',
    reason: null,
    variant_ids: [],
    booked_orders: 1,
    capacity_orders: null,
  };
  return [...slots, own].sort((a, b) => (a.starts_at < b.starts_at ? -1 : 1));
}
