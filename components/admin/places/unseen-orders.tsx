'use client';

import { Link } from '#components/ui/link';
import { Notice } from '#components/ui/notice';
import type { ActionFailure } from '#lib/http/action';

const numbersOf = ({ order_numbers: numbers }: ActionFailure['details']): string[] =>
  Array.isArray(numbers) ? numbers.filter((number) => typeof number === 'string') : [];

/** True for a refusal that only wants to be read before it is sent again with `confirm`. */
export const isUnseen = (failure: ActionFailure | null): failure is ActionFailure => failure?.code === 'CONF_002';

/** Which open orders a change would leave behind. `lost` says what they lose. */
export function UnseenOrders({ failure, lost }: { failure: ActionFailure; lost: string }) {
  const numbers = numbersOf(failure.details);
  const total = typeof failure.details.orders === 'number' ? failure.details.orders : numbers.length;
  return (
    <>
      {failure.details.last_zone === true ? (
        <Notice tone="warn" title="This is the last zone">
          Without any zone the shop delivers everywhere, at no charge.
        </Notice>
      ) : null}
      {total > 0 ? (
        <Notice tone="warn" title={`${total} open ${total === 1 ? 'order loses' : 'orders lose'} ${lost}`}>
          They stay as they are. Call these customers:{' '}
          {numbers.map((number, at) => (
            <span key={number}>
              {at > 0 ? ', ' : ''}
              <Link href={`/admin/orders?q=${encodeURIComponent(number)}`}>{number}</Link>
            </span>
          ))}
          {total > numbers.length ? ` and ${total - numbers.length} more` : ''}.
        </Notice>
      ) : null}
    </>
  );
}
