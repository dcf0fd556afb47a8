'use client';

import { useState } from 'react';
import { StaleOr } from '#components/admin/orders/stale-notice';
import { Button } from '#components/ui/button';
import type { BookingStatus } from '#db/enums';
import { changeBookingAction } from '#lib/events/actions/bookings';
import type { BookingDay, BookingDto } from '#lib/events/booking-output';
import { isOpenBooking } from '#lib/events/booking-rules';
import type { ActionFailure } from '#lib/http/action';
import { clockAt } from '#lib/time';
import { useTheirs } from '../events/use-theirs.ts';
import { useAction } from '../use-action.ts';
import { AmendBooking } from './amend-booking.tsx';
import { ConfirmBooking, EndBooking, MoveBooking, type OfferedPackage, QuoteDialog } from './booking-dialogs.tsx';
import { BOOKING_FIELD } from './words.ts';

type Open = 'change' | 'quote' | 'confirm' | 'decline' | 'cancel' | 'move' | null;

/** The next thing to do as the one button, the rest beside it. */
export function BookingSteps({
  booking,
  day,
  today,
  packages,
  themes,
  shop,
}: {
  booking: BookingDto;
  day: BookingDay;
  today: string;
  packages: readonly OfferedPackage[];
  themes: readonly { id: string; name: string }[];
  shop: { locale: string; timeZone: string };
}) {
  const { locale, timeZone } = shop;
  const [open, setOpen] = useState<Open>(null);
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const { round, take } = useTheirs(booking);
  const { run, busy } = useAction(changeBookingAction, { onFailure: setFailure });
  const { status, next_steps: steps } = booking;
  const close = () => setOpen(null);
  const move = (to: BookingStatus, done: string) => {
    setFailure(null);
    void run({ booking_id: booking.id, status: to, version: booking.version }, { done });
  };
  const clock = booking.starts_at ? clockAt(new Date(booking.starts_at), timeZone) : '';
  const offered = packages.find(({ id }) => id === booking.package?.id);
  const mayQuote = status === 'requested' || status === 'quoted';

  // Made anew for what others saved, once somebody asks for it.
  const shared = { booking, stale: { shop, takeTheirs: take }, onClose: close };

  return (
    <>
      <div className="step-bar no-print">
        {status === 'requested' ? <Button onClick={() => setOpen('quote')}>Quote</Button> : null}
        {steps.includes('confirmed') ? (
          <Button variant={status === 'accepted' ? 'primary' : 'secondary'} onClick={() => setOpen('confirm')}>
            Confirm
          </Button>
        ) : null}
        {status === 'confirmed' ? (
          <Button busy={busy} onClick={() => move('completed', `${booking.booking_number} is completed.`)}>
            Complete
          </Button>
        ) : null}
        {status === 'quoted' ? (
          <Button variant="secondary" busy={busy} onClick={() => move('accepted', 'Accepted for the client.')}>
            The client accepts
          </Button>
        ) : null}
        {mayQuote && status === 'quoted' ? (
          <Button variant="secondary" onClick={() => setOpen('quote')}>
            Quote anew
          </Button>
        ) : null}
        {isOpenBooking(status) ? (
          <>
            <Button variant="quiet" onClick={() => setOpen('move')}>
              Move
            </Button>
            <Button variant="quiet" onClick={() => setOpen('change')}>
              Change
            </Button>
          </>
        ) : (
          <p className="text-ink-soft">This booking is {status}; nothing more happens to it.</p>
        )}
        <span className="spread flex flex-wrap gap-2">
          {steps.includes('expired') ? (
            <Button variant="quiet" busy={busy} onClick={() => move('expired', 'The quote has expired.')}>
              Let the quote expire
            </Button>
          ) : null}
          {steps.includes('declined') ? (
            <Button variant="danger" onClick={() => setOpen('decline')}>
              Decline
            </Button>
          ) : null}
          {steps.includes('cancelled') ? (
            <Button variant="danger" onClick={() => setOpen('cancel')}>
              Cancel booking
            </Button>
          ) : null}
        </span>
      </div>
      <StaleOr
        failure={failure}
        shop={shop}
        words={BOOKING_FIELD}
        theirs={{ label: 'Show the newest version', run: () => setFailure(null) }}
      />
      {open === 'quote' ? <QuoteDialog key={round} {...shared} today={today} offered={offered} /> : null}
      {open === 'confirm' ? <ConfirmBooking key={round} {...shared} day={day} locale={locale} /> : null}
      {open === 'decline' ? <EndBooking key={round} {...shared} to="declined" /> : null}
      {open === 'cancel' ? <EndBooking key={round} {...shared} to="cancelled" /> : null}
      {open === 'change' ? <AmendBooking key={round} {...shared} clock={clock} themes={themes} /> : null}
      {open === 'move' ? <MoveBooking key={round} {...shared} today={today} clock={clock} packages={packages} /> : null}
    </>
  );
}
