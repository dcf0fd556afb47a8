import type { DeliveryType, OrderStatus } from '#db/enums';
import type { ActionFailure, ActionResult } from '#lib/http/action';
import type { FormValues } from '#lib/http/form-state';
import type { SlotOffer } from '#lib/promise/offer-output';
import type { OrderSlot } from './desk-slots.ts';
import type { OrderDto } from './output.ts';

/** Amounts in major units, moments in UTC. */

export type ChangeLine = {
  id: string;
  variant_id: string | null;
  product_name: string;
  variant_title: string;
  note: string;
  on_date: string | null;
  quantity: number;
  unit_price: number;
  total_price: number;
  /** The most it can be raised to, as far as counted stock and the shop's own limit say; null where the goods are gone. */
  max_quantity: number | null;
};

/** One state of an order, before or after. */
export type OrderSide = {
  items: ChangeLine[];
  delivery_type: DeliveryType;
  slot: { id: string; starts_at: string; ends_at: string } | null;
  delivery_address: OrderDto['delivery_address'];
  preferred_time: string | null;
  special_instructions: string | null;
  subtotal: number;
  delivery_fee: number;
  total: number;
};

/** What a change would come to; `after` is null as long as something speaks against it. */
export type ChangeQuote = {
  order_id: string;
  order_number: string;
  status: OrderStatus;
  version: number;
  currency: string;
  adjustment: number;
  paid: number;
  /** Whether its asker may still change it, and until when (the cut-off of its slot). */
  may_change: boolean;
  change_until: string | null;
  before: OrderSide;
  after: OrderSide | null;
  /** Names of what becomes different: items, slot, delivery_type, delivery_address, …; none when nothing does. */
  fields: string[];
  /** What it would come to even where something else speaks against it; null where that is unknown. */
  total: number | null;
  difference: number | null;
  /** Left to pay, or owed back, once it costs that. */
  to_pay: number;
  to_give_back: number;
  problems: ActionFailure[];
  /** When the order with these goods could be had instead; its own time is always among them. */
  slots: SlotOffer;
  location_id: string | null;
};

/** The same for the desk, with every slot of the days ahead and its state: staff may promise more on their word. */
export type DeskChangeQuote = ChangeQuote & { all_slots: OrderSlot[] };

/** What is fixed about the shop while an order is changed. */
export type ChangeShop = {
  locale: string;
  time_zone: string;
  today: string;
  days_ahead: number;
  phone: string;
  /** Slots may be at several places. */
  places: { id: string; name: string }[];
};

/** What the customer's form holds: where it stands, what was typed, what that would come to, the last refusal. */
export type ChangeState = {
  step: 'edit' | 'review';
  values: FormValues;
  quote: ChangeQuote;
  /** Nothing is different: there is nothing to show. */
  isUnchanged: boolean;
  result: ActionResult<never> | null;
};
