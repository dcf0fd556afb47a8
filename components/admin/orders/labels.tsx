import type { DayItemDto, DayOrderDto } from '#lib/orders/day-output';
import { allergensOf } from '#lib/orders/day-rules';
import { dateFormat } from '#lib/time';
import { LABELS_PER_SHEET, type LabelPaper } from '../day/paper.ts';
import { allergenWords, numberParts } from '../day/words.ts';

type Item = Pick<DayItemDto, 'id' | 'product_name' | 'variant_title' | 'quantity' | 'note' | 'allergens'>;
export type LabelOrder = Pick<DayOrderDto, 'order_number' | 'slot'> & { items: readonly Item[] };

type Shop = { name: string; locale: string; time_zone: string };
type Label = { key: string; order: LabelOrder; item: Item; pieces: number };

/** One label per line of an order, or one per piece. */
function labelsOf(orders: readonly LabelOrder[], isPerPiece: boolean): Label[] {
  return orders.flatMap((order) =>
    order.items.flatMap((item): Label[] =>
      isPerPiece
        ? Array.from({ length: item.quantity }, (_, at) => ({ key: `${item.id} ${at}`, order, item, pieces: 1 }))
        : [{ key: item.id, order, item, pieces: item.quantity }],
    ),
  );
}

/**
 * What sticks on the bag: name, order, and the allergens as words set apart by bold type, as Regulation (EU)
 * No 1169/2011, article 21, wants them. Never a price or a customer: the bag may be a gift.
 */
export function Labels({
  orders,
  shop,
  paper,
  isPerPiece,
  skip,
}: {
  orders: readonly LabelOrder[];
  shop: Shop;
  paper: LabelPaper;
  isPerPiece: boolean;
  /** Labels of the first sheet that are gone already. */
  skip: number;
}) {
  const labels = labelsOf(orders, isPerPiece);
  if (paper === '62mm') {
    return (
      <ul className="stickers" data-paper="62mm" aria-label="Labels">
        {labels.map((label) => (
          <LabelCard key={label.key} label={label} shop={shop} />
        ))}
      </ul>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a sheet wider than a phone scrolls, and must be reachable by keyboard
    <section className="stickers" data-paper="sheet" aria-label="Sheets of labels" tabIndex={0}>
      {sheetsOf(labels, skip).map(({ first, labels: some, blank }) => (
        <ul key={first} className="sticker-sheet" aria-label="Labels">
          {some.map((label, at) => (
            <LabelCard key={label.key} label={label} shop={shop} place={blank + at} />
          ))}
        </ul>
      ))}
    </section>
  );
}

/** Full sheets; the first begins after the labels that are gone. */
function sheetsOf(labels: readonly Label[], skip: number): { first: number; labels: Label[]; blank: number }[] {
  const sheets = [];
  let blank = skip;
  for (let first = 0; first < labels.length; ) {
    const next = first + LABELS_PER_SHEET - blank;
    sheets.push({ first, labels: labels.slice(first, next), blank });
    first = next;
    blank = 0;
  }
  return sheets;
}

/** More words than this take a smaller letter, so that none of them is lost. */
const MANY_ALLERGENS = 7;
const PER_ROW = 3;

/** `place` counts from 0 along the rows of a sheet. */
function LabelCard({ label, shop, place }: { label: Label; shop: Shop; place?: number }) {
  const { order, item, pieces } = label;
  const day =
    order.slot &&
    dateFormat(shop.locale, { timeZone: shop.time_zone, weekday: 'short', day: 'numeric', month: 'short' }).format(
      new Date(order.slot.starts_at),
    );
  return (
    <li
      className="sticker"
      style={
        place === undefined
          ? undefined
          : { gridColumnStart: (place % PER_ROW) + 1, gridRowStart: Math.floor(place / PER_ROW) + 1 }
      }
    >
      <p className="sticker-name">
        {pieces > 1 ? `${pieces} × ` : ''}
        <strong>{item.product_name}</strong>
        {item.variant_title ? (
          <>
            , <span className="unbroken">{item.variant_title}</span>
          </>
        ) : null}
        {item.note ? <em> “{item.note}”</em> : null}
      </p>
      {item.allergens.length > 0 ? (
        <p className="sticker-allergens" data-many={item.allergens.length > MANY_ALLERGENS}>
          Contains: <strong>{allergenWords(allergensOf([item]))}</strong>
        </p>
      ) : null}
      <p className="sticker-foot">
        <strong>{numberParts(order.order_number)[1]}</strong>
        <span>{[day, shop.name].filter(Boolean).join(' · ')}</span>
      </p>
    </li>
  );
}
