import { useTranslations } from 'next-intl';
import { Money } from '#components/ui/money';
import { Notice } from '#components/ui/notice';
import { Time } from '#components/ui/time';
import type { OrderPaymentDto } from '#lib/orders/output';
import type { Payable } from '#lib/orders/rules/transfer';
import { type ClaimAgain, ClaimForm } from './claim-form.tsx';
import { TransferPart } from './transfer-part.tsx';

export type Clock = { timeZone: string; locale: string };

/** What is to be paid, of an order or of a booking, and the page on which it is. */
export type Owed = { payable: Payable; payments: readonly OrderPaymentDto[]; page: string };
type Part = { owed: Owed; clock: Clock; again: ClaimAgain | null };

/** A claim that nobody of the shop has judged yet. */
export const openClaimOf = ({ payments }: Pick<Owed, 'payments'>): OrderPaymentDto | null =>
  payments.findLast((payment) => payment.status === 'submitted') ?? null;

/** That the last claim was rejected, in the shop's words. Nothing after any other. */
export function NotFoundNotice({ payments }: Pick<Owed, 'payments'>) {
  const t = useTranslations('order');
  const last = payments.findLast(({ kind }) => kind === 'charge');
  if (last?.status !== 'rejected') return null;
  return (
    <Notice tone="warn" title={t('not_found_title')}>
      {last.note ? <p>{last.note}</p> : null}
      <p>{t('not_found_text')}</p>
    </Notice>
  );
}

/** That the shop was told, with what; and the way to add a proof. */
export function Claimed({ owed: { payable, page }, claim, clock, again }: Part & { claim: OrderPaymentDto }) {
  const t = useTranslations('order');
  return (
    <>
      <Notice tone="info" title={t('looking')}>
        <p>
          {t.rich('told_paid', {
            time: () => <Time at={claim.created_at} {...clock} format="appointment" />,
            amount: () =>
              claim.amount === payable.due ? null : (
                <>
                  {' '}
                  <Money amount={claim.amount} currency={claim.currency} locale={clock.locale} />
                </>
              ),
            reference: () => (claim.reference ? t('with_words', { reference: claim.reference }) : null),
          })}
        </p>
        {claim.has_proof ? <p>{t('proof_here')}</p> : null}
      </Notice>
      {claim.has_proof ? null : <ClaimForm page={page} again={again} kind="proof" />}
      {payable.payment_account ? (
        <details className="fold">
          <summary>{t('show_transfer')}</summary>
          <TransferPart order={payable} locale={clock.locale} />
        </details>
      ) : null}
    </>
  );
}
