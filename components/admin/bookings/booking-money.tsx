'use client';

import { useState } from 'react';
import { AmountField } from '#components/admin/amount-field';
import { FormDialog } from '#components/admin/form-dialog';
import { Panel } from '#components/admin/shell/stat-tile';
import { Button } from '#components/ui/button';
import { SelectField, TextField } from '#components/ui/field';
import { Money } from '#components/ui/money';
import { Time } from '#components/ui/time';
import { PAYMENT_METHODS } from '#db/enums';
import { recordBookingPaymentAction } from '#lib/events/actions/bookings';
import { bookingPaymentForm } from '#lib/events/booking-input';
import type { BookingDto } from '#lib/events/booking-output';
import { useTheirs } from '../events/use-theirs.ts';
import { PAYMENT_METHOD } from '../orders/words.ts';
import { PaymentRow } from '../payments/payment-row.tsx';
import { type Stale, StaleBooking } from './stale-booking.tsx';

type Shop = { locale: string; timeZone: string };

const form = bookingPaymentForm.refine(({ amount }) => amount !== null, {
  path: ['amount'],
  message: 'Enter an amount.',
});
const methods = PAYMENT_METHODS.map((value) => ({ value, label: PAYMENT_METHOD[value] }));

/** Money that came in, or went back. */
function MoneyDialog({
  kind,
  booking,
  amount,
  stale,
}: {
  kind: 'charge' | 'refund';
  booking: BookingDto;
  amount: number | null;
  stale: Stale;
}) {
  const isRefund = kind === 'refund';
  // One key per opening: a second press is the same payment.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const isDeposit = !isRefund && booking.deposit_due > 0;
  const label = isRefund ? 'Record refund' : isDeposit ? 'Record deposit' : 'Record payment';
  return (
    <FormDialog
      title={isRefund ? 'Refund' : label}
      description={
        isRefund
          ? 'Records money you gave back. Nothing is transferred by this.'
          : isDeposit
            ? 'Records money you have received. With the whole deposit the booking is confirmed, if its day is still free.'
            : 'Records money you have received.'
      }
      width="narrow"
      trigger={<Button variant={isRefund ? 'quiet' : 'secondary'}>{isRefund ? 'Refund' : label}</Button>}
      onOpenChange={(isOpen) => {
        if (isOpen) setKey(crypto.randomUUID());
      }}
      schema={form}
      action={recordBookingPaymentAction}
      defaultValues={{
        booking_id: booking.id,
        kind,
        idempotency_key: key,
        amount,
        method: 'bank_transfer',
        reference: '',
        note: '',
        version: booking.version,
      }}
      fieldsOf={({ code, message, fields }) =>
        code === 'PAY_002' || code === 'PAY_003' ? { amount: [message] } : fields
      }
      failureOf={(form) => (
        <StaleBooking
          form={form}
          onto={(newest) => form.form.setValue('version', newest)}
          stale={stale}
          label="Record it anyway"
        />
      )}
      submitLabel={label}
      done={isRefund ? 'Refund recorded.' : 'Payment recorded.'}
    >
      {(fields) => (
        <>
          <AmountField form={fields} name="amount" label="Amount" currency={booking.currency} />
          <SelectField label="How" options={methods} {...fields.field('method')} />
          <TextField label="Reference" optional maxLength={100} autoComplete="off" {...fields.field('reference')} />
          <TextField label="Note" optional maxLength={200} autoComplete="off" {...fields.field('note')} />
        </>
      )}
    </FormDialog>
  );
}

const MAY_PAY = ['quoted', 'accepted', 'confirmed', 'completed'];

/** What was agreed and paid, and everything one does about it. */
export function BookingMoney({ booking, shop }: { booking: BookingDto; shop: Shop }) {
  const { round, take } = useTheirs(booking);
  const stale = { shop, takeTheirs: take };
  const { quoted, deposit, paid, due, deposit_due: depositDue, currency } = booking;
  const money = (amount: number) => <Money amount={amount} currency={currency} locale={shop.locale} />;
  const canCharge = MAY_PAY.includes(booking.status) && (quoted === null || quoted > paid);
  const first = depositDue > 0 ? depositDue : quoted === null ? null : quoted - paid;
  const lines: [string, React.ReactNode][] = [
    ['Quote', quoted === null ? 'Not quoted yet' : money(quoted)],
    ['Deposit', deposit === null ? 'None' : deposit === 0 ? 'Waived' : money(deposit)],
    ['Paid', money(paid)],
  ];
  return (
    <Panel title="Quote and payments">
      <dl className="fact-list" data-inline="true">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {booking.quote_expires_at ? (
          <div>
            <dt>Valid until</dt>
            <dd>
              <Time at={booking.quote_expires_at} {...shop} />
            </dd>
          </div>
        ) : null}
        <div className="sum">
          <dt>{depositDue > 0 ? 'Deposit due' : 'Due'}</dt>
          <dd>{money(depositDue > 0 ? depositDue : due)}</dd>
        </div>
      </dl>
      {booking.payments.length > 0 ? (
        <ul className="rows mt-4">
          {booking.payments.map((payment) => (
            <PaymentRow key={payment.id} payment={payment} paidFor="booking" shop={shop} />
          ))}
        </ul>
      ) : null}
      {canCharge || paid > 0 ? (
        <div className="mt-4 flex flex-wrap gap-2 no-print">
          {canCharge ? (
            <MoneyDialog key={`charge ${round}`} kind="charge" booking={booking} amount={first} stale={stale} />
          ) : null}
          {paid > 0 ? (
            <MoneyDialog key={`refund ${round}`} kind="refund" booking={booking} amount={paid} stale={stale} />
          ) : null}
        </div>
      ) : null}
    </Panel>
  );
}
