import { Badge } from '#components/ui/badge';
import { Icon, type IconName } from '#components/ui/icons';
import { Link } from '#components/ui/link';
import { Money } from '#components/ui/money';
import { Time } from '#components/ui/time';
import { formatPhone } from '#lib/phone';
import { OrderStatus } from '../orders/status.tsx';
import type { Hit } from './results.ts';

export type SearchShop = { locale: string; timeZone: string };

const ICON: Record<Hit['kind'], IconName> = { order: 'receipt', customer: 'user', product: 'box', list: 'search' };

/** One thing that was found: a link, so that it also opens in another tab. */
export function HitRow({
  hit,
  id,
  isAt,
  shop,
  onChoose,
  onPoint,
}: {
  hit: Hit;
  id: string;
  isAt: boolean;
  shop: SearchShop;
  onChoose: () => void;
  onPoint: () => void;
}) {
  return (
    <Link
      className="found"
      href={hit.href}
      id={id}
      role="option"
      aria-selected={isAt}
      tabIndex={-1}
      onClick={onChoose}
      onPointerMove={onPoint}
    >
      <Icon name={ICON[hit.kind]} size={18} />
      <Words hit={hit} shop={shop} />
    </Link>
  );
}

function Words({ hit, shop }: { hit: Hit; shop: SearchShop }) {
  if (hit.kind === 'order') {
    const { order } = hit;
    const at = order.slot_starts_at;
    return (
      <>
        <span className="found-what">
          <strong>{order.customer_name}</strong>
          <span className="sub">
            {order.order_number}
            {at ? (
              <>
                {' · '}
                <Time at={at} {...shop} format="short" />
              </>
            ) : null}
          </span>
        </span>
        <span className="found-end">
          <OrderStatus status={order.status} />
          <span className="sub num">
            <Money amount={order.total} currency={order.currency} locale={shop.locale} />
          </span>
        </span>
      </>
    );
  }
  if (hit.kind === 'customer') {
    const { name, phone, email, flags } = hit.customer;
    return (
      <>
        <span className="found-what">
          <strong>{name}</strong>
          <span className="sub">{[phone && formatPhone(phone), email].filter(Boolean).join(' · ') || 'No phone'}</span>
        </span>
        {flags.includes('blocked') ? <Badge tone="bad">Blocked</Badge> : null}
      </>
    );
  }
  if (hit.kind === 'product') {
    const { name, sku, is_active: isActive } = hit.product;
    return (
      <>
        <span className="found-what">
          <strong>{name}</strong>
          {sku ? <span className="sub">{sku}</span> : null}
        </span>
        {isActive ? null : <Badge>Hidden</Badge>}
      </>
    );
  }
  return <span className="found-what">{hit.label}</span>;
}
