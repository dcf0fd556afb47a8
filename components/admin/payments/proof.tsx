import { Icon } from '#components/ui/icons';
import type { ReviewedPaymentDto } from '#lib/orders/payment-output';
import { subjectOf } from './subject.ts';

const kilobytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024))} kB`;

/** What came with a payment: a picture to look at, opened whole in another tab, or a PDF to download. */
export function Proof({ payment }: { payment: ReviewedPaymentDto }) {
  const { id, proof } = payment;
  const { number } = subjectOf(payment);
  if (!proof) return <p className="review-proof">No proof</p>;
  const address = `/api/admin/payments/${id}/proof`;
  if (proof.mime === 'application/pdf') {
    return (
      <a className="review-proof" href={address} download>
        <Icon name="download" />
        <span>
          PDF, {kilobytes(proof.bytes)}
          <span className="visually-hidden"> for {number}</span>
        </span>
      </a>
    );
  }
  return (
    <a className="review-proof" href={address} target="_blank" rel="noopener">
      <img
        src={address}
        alt={`Proof for ${number}, opens in a new tab`}
        width={proof.width ?? undefined}
        height={proof.height ?? undefined}
        loading="lazy"
      />
    </a>
  );
}
