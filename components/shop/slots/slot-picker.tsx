'use client';

import { useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import { FieldError } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import type { SlotOffer } from '#lib/promise/offer-output';
import type { NextSlot } from '#lib/promise/output';
import type { NameOf } from './reasons.ts';
import { SlotCalendar } from './slot-calendar.tsx';
import { EmptyDays, SlotDays } from './slot-days.tsx';
import { type Clock, momentWords } from './words.ts';

export type SlotPickerProps = {
  /** Of the radios; also the id of the whole, for links from what is said about it. */
  name: string;
  legend: string;
  offer: SlotOffer;
  /** The place whose times are shown; null = all there are. */
  locationId: string | null;
  /** The time that is checked as the page is made. */
  start: string | undefined;
  /** The time that is checked now. */
  chosen: string | undefined;
  error?: string;
  /** Offered in place of a time that was refused: one press each. */
  next?: readonly NextSlot[];
  today: string;
  daysAhead: number;
  nameOf: NameOf;
  clock: Clock;
};

/** Checks an offered time in the list, where script runs and it is still there. */
function checkOffered(event: MouseEvent, id: string): void {
  const radio = document.getElementById(`slot-${id}`);
  if (!(radio instanceof HTMLInputElement)) return;
  event.preventDefault();
  const day = radio.closest('details');
  if (day) day.open = true;
  radio.click();
  radio.focus();
}

/**
 * When: a list of days with their times as radios, so it works in any form and without script; beside it, where there is
 * room, the days at a glance.
 */
export function SlotPicker(props: SlotPickerProps) {
  const { name, legend, offer, locationId, start, chosen, error, next = [], today, daysAhead, nameOf, clock } = props;
  const t = useTranslations('slots');
  const isHere = ({ location_id: at }: { location_id: string }) => locationId === null || at === locationId;
  const days = offer.days.map((day) => ({
    ...day,
    free: day.free.filter(isHere),
    refused: day.refused.filter(isHere),
  }));
  const open = days.filter(({ free }) => free.length > 0);
  const chosenDay = open.find(({ free }) => free.some(({ id }) => id === chosen))?.day;
  const isGone = chosen !== undefined && chosenDay === undefined && !error;
  return (
    <fieldset id={name} className="field slots" aria-describedby={error ? `${name}-error` : undefined} tabIndex={-1}>
      <legend className="field-label mb-2">{legend}</legend>
      <FieldError id={`${name}-error`}>{error}</FieldError>
      {next.length > 0 ? <NextFree next={next} today={today} clock={clock} /> : null}
      {isGone && open.length > 0 ? <Notice tone="warn">{t('chosen_gone')}</Notice> : null}
      {open.length > 0 ? (
        <div className="slots-body">
          <SlotDays {...{ name, start, chosen, today, clock }} days={open} />
          <SlotCalendar {...{ name, days, chosenDay, nameOf, clock }} />
        </div>
      ) : (
        <>
          {/* Kept for when the rest of the order has been made to fit again. */}
          {chosen ? <input type="hidden" name={name} value={chosen} /> : null}
          <Notice tone="warn" title={t('nothing_free', { days: daysAhead })}>
            {days.some(({ refused }) => refused.length > 0) ? t('see_below') : t('none_here')}
          </Notice>
        </>
      )}
      <EmptyDays days={days.filter(({ free }) => free.length === 0)} nameOf={nameOf} clock={clock} />
    </fieldset>
  );
}

function NextFree({ next, today, clock }: { next: readonly NextSlot[]; today: string; clock: Clock }) {
  const t = useTranslations('slots');
  return (
    <div className="slot-next">
      <p>{t('free_instead')}</p>
      {next.map((slot) => (
        <button
          key={slot.id}
          type="submit"
          name="intent"
          value={`slot:${slot.id}`}
          className="btn"
          data-variant="secondary"
          onClick={(event) => checkOffered(event, slot.id)}
        >
          {momentWords(slot.starts_at, clock, today)}
        </button>
      ))}
    </div>
  );
}
