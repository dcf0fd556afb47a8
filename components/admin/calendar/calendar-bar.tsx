'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { ButtonLink } from '#components/ui/button';
import { SelectField } from '#components/ui/field';
import { Icon } from '#components/ui/icons';
import { Link } from '#components/ui/link';
import type { DeliveryType } from '#db/enums';
import type { LocationDto } from '#lib/promise/desk-output';
import { addDays, dateFormat, rangeText, weekdayOf } from '#lib/time';
import { DELIVERY_TYPE } from '../orders/words.ts';

const RANGE = { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' } as const;
const weekWords = (monday: string, locale: string): string =>
  rangeText(dateFormat(locale, RANGE), new Date(monday), new Date(addDays(monday, 6)));

/** Which week, place and method the calendar shows; all of it in the address. */
export function CalendarBar({
  monday,
  today,
  place,
  places,
  method,
  methods,
  locale,
}: {
  monday: string;
  today: string;
  place: string;
  places: readonly Pick<LocationDto, 'id' | 'name'>[];
  method: DeliveryType;
  methods: readonly DeliveryType[];
  locale: string;
}) {
  const router = useRouter();
  const [isPending, start] = useTransition();
  const href = (change: { week?: string; place?: string; method?: DeliveryType }) =>
    `/admin/calendar?${new URLSearchParams({ week: monday, place, method, ...change })}`;
  const go = (change: Parameters<typeof href>[0]) => start(() => router.push(href(change), { scroll: false }));
  const isThisWeek = monday === addDays(today, 1 - weekdayOf(today));

  return (
    <div className="desk-calendar-bar" aria-busy={isPending}>
      <nav className="flex items-center gap-1" aria-label="Weeks">
        <Link className="btn" data-variant="quiet" data-icon="true" href={href({ week: addDays(monday, -7) })}>
          <Icon name="chevronLeft" />
          <span className="visually-hidden">Week before</span>
        </Link>
        <h2>{weekWords(monday, locale)}</h2>
        <Link className="btn" data-variant="quiet" data-icon="true" href={href({ week: addDays(monday, 7) })}>
          <Icon name="chevronRight" />
          <span className="visually-hidden">Week after</span>
        </Link>
        {isThisWeek ? null : (
          <ButtonLink variant="secondary" size="sm" href={href({ week: today })}>
            This week
          </ButtonLink>
        )}
      </nav>
      <div className="desk-calendar-choice">
        {places.length > 1 ? (
          <SelectField
            label="Place"
            hideLabel
            name="place"
            value={place}
            onChange={(event) => go({ place: event.target.value })}
            options={places.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        {methods.length > 1 ? (
          <SelectField
            label="Method"
            hideLabel
            name="method"
            value={method}
            onChange={(event) => go({ method: event.target.value === 'delivery' ? 'delivery' : 'pickup' })}
            options={methods.map((value) => ({ value, label: DELIVERY_TYPE[value] }))}
          />
        ) : null}
      </div>
    </div>
  );
}
