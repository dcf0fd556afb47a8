import { useTranslations } from 'next-intl';
import { type ClaimAgain, ClaimForm } from '#components/shop/order/claim-form';
import { Claimed, type Clock, NotFoundNotice, openClaimOf } from '#components/shop/order/claimed';
import { TransferPart } from '#components/shop/order/transfer-part';
import { Money } from '#components/ui/money';
import { TicketPart } from '#components/ui/ticket';
import type { BookingDto } from '#lib/events/booking-output';
import { payableOf } from '#lib/events/booking-rules';
import { isPaidAhead } from '#lib/orders/rules/deadline';

/** The deposit that keeps the day, then the rest: how much, how, and what became of a claim. */
export function PayPart({ booking, clock, again }: { booking: BookingDto; clock: Clock; again: ClaimAgain | null }) {
  const t = useTranslations('booking');
  const { status, deposit_due: deposit, payments, payment_account: account, payment_method: method } = booking;
  const payable = payableOf(booking);
  const claim = openClaimOf({ payments });
  const isAhead = method !== null && isPaidAhead(method);
  // What comes after the deposit is settled as it was agreed; only a transfer can be made from here.
  const isRest = status === 'confirmed' && deposit === 0 && account !== null;
  if (payable.due === 0 || !(claim || isRest || (status === 'accepted' && deposit > 0))) return null;
  const owed = { payable, payments, page: `/booking/${encodeURIComponent(booking.booking_number)}` };
  const how = (
    <>
      {booking.payment_instructions ? (
        <p className="order-how">{booking.payment_instructions}</p>
      ) : account ? null : (
        <p>{t('told_how')}</p>
      )}
      <TransferPart order={payable} locale={clock.locale} />
      {isAhead ? <ClaimForm page={owed.page} again={again} kind="claim" /> : null}
    </>
  );
  return (
    <TicketPart>
      <h2 id="payment" tabIndex={-1}>
        {t(deposit > 0 ? 'pay_deposit' : 'pay_rest')}
      </h2>
      <p className="order-due">
        <Money amount={payable.due} currency={booking.currency} locale={clock.locale} />
        <span>{booking.payment_title}</span>
      </p>
      {claim ? (
        <Claimed owed={owed} claim={claim} clock={clock} again={again} />
      ) : (
        <>
          <NotFoundNotice payments={payments} />
          {isRest ? (
            <>
              <p>{t('pay_rest_text')}</p>
              <details className="fold" open={again !== null}>
                <summary>{t('how_to_pay')}</summary>
                <div className="fold-body">{how}</div>
              </details>
            </>
          ) : (
            how
          )}
        </>
      )}
    </TicketPart>
  );
}
