import { spacedIban } from '#lib/iban';
import { formatAmount } from '#lib/money-text';
import { type Payable, transferCode, transferOf } from '#lib/orders/rules/transfer';
import { drawQr } from '#lib/qr';
import { CopyButton } from './copy-button.tsx';

/** Where the money goes: as words one can copy, and as a picture that a banking app reads. */
export function TransferPart({ order, locale }: { order: Payable; locale: string }) {
  const transfer = transferOf(order);
  if (!transfer) return null;
  const code = transferCode(order);
  const amount = formatAmount(order.due, order.currency, locale);
  const facts = [
    { name: 'Account holder', shown: transfer.holder, copied: transfer.holder },
    { name: 'IBAN', shown: spacedIban(transfer.iban), copied: transfer.iban },
    ...(transfer.bic ? [{ name: 'BIC', shown: transfer.bic, copied: transfer.bic }] : []),
    { name: 'Amount', shown: amount, copied: order.due.toFixed(2) },
    { name: 'Reference', shown: transfer.reference, copied: transfer.reference },
  ];
  return (
    <div className="transfer" data-code={code !== null}>
      <dl className="transfer-facts">
        {facts.map(({ name, shown, copied }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">{shown}</dd>
            <dd>
              <CopyButton text={copied} name={name} />
            </dd>
          </div>
        ))}
      </dl>
      {code ? (
        <figure className="transfer-code">
          <Picture code={code} words={`The transfer as a QR code: ${amount} to ${transfer.holder}`} />
          <figcaption>Scan it with your banking app</figcaption>
        </figure>
      ) : null}
    </div>
  );
}

/** Black on white in every look: cameras know nothing else. The words beside it say all that it says. */
function Picture({ code, words }: { code: string; words: string }) {
  const { size, path } = drawQr(code);
  return (
    <svg role="img" aria-label={words} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}
