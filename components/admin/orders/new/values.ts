import { z } from 'zod';
import type { DeliveryType, PaymentMethod, StockMode } from '#db/enums';
import { placeDeskOrderInput } from '#lib/orders/input';

/** What the form of a phone order holds: both ways of hand-over and a gift stay filled in while they are not chosen. */
export type DeskOrderValues = {
  customer_id: string | null;
  customer_name: string;
  customer_phone: string;
  customer_email: string;
  items: { variant_id: string; quantity: number; on_date: string | null; note: string }[];
  delivery_type: DeliveryType;
  delivery_address: { street: string; city: string; postal_code: string; notes: string };
  /** Null while none is chosen, or none shall be. */
  slot_id: string | null;
  /** A time is to be chosen; false where times are agreed by word. */
  is_timed: boolean;
  preferred_time: string;
  override_reason: string;
  /** What the rules refuse is asked for: the time, or so little for delivery. */
  is_refused_time: boolean;
  is_below_minimum: boolean;
  special_instructions: string;
  is_gift: boolean;
  gift: { recipient_name: string; recipient_phone: string; card_text: string; hide_prices: boolean };
  payment_method: PaymentMethod | null;
  is_paid: boolean;
};

/** The order that these values ask for. */
export function toOrder({
  is_gift: isGift,
  is_timed: _,
  is_refused_time,
  is_below_minimum,
  ...values
}: DeskOrderValues): z.input<typeof placeDeskOrderInput> {
  return {
    ...values,
    // What is made per day is made on the day of the time that is chosen.
    items: values.slot_id === null ? values.items : values.items.map((item) => ({ ...item, on_date: null })),
    // A reason that was typed for another time is none for this one.
    override_reason: is_refused_time || is_below_minimum ? values.override_reason : '',
    delivery_address: values.delivery_type === 'delivery' ? values.delivery_address : null,
    gift: isGift ? values.gift : null,
  };
}

export const deskOrderForm = z.preprocess(toOrder, placeDeskOrderInput);

/** What the form knows about a variant it was given by the search. */
export type Good = {
  variantId: string;
  name: string;
  price: number;
  stockMode: StockMode;
  left: number | null;
};

/** An option of the shop's payment settings, amounts in major units. */
export type WayToPay = { method: PaymentMethod; title: string; deliveryTypes: DeliveryType[]; maxTotal: number | null };

export type DeskShop = {
  currency: string;
  locale: string;
  timeZone: string;
  today: string;
  deliveryTypes: DeliveryType[];
  hasGifts: boolean;
  waysToPay: WayToPay[];
};

export const sumOf = (items: DeskOrderValues['items'], goods: ReadonlyMap<string, Good>): number =>
  items.reduce((minor, { variant_id: id, quantity }) => {
    const count = Number.isFinite(quantity) ? quantity : 0;
    return minor + count * Math.round((goods.get(id)?.price ?? 0) * 100);
  }, 0) / 100;
