import 'server-only';
import type { DeliveryType } from '#db/enums';
import { type Context, isStaff } from '#lib/context';
import { DomainError, ValidationError } from '#lib/errors';
import { priceDelivery } from '#lib/promise/queries';
import { getRuleBook } from '#lib/promise/queries/rule-book';
import { getSettings } from '#lib/settings/queries';
import type { OrderContents } from '../change-input.ts';
import type { Agreed } from '../queries/agreed.ts';
import { settlementOf } from '../rules/change.ts';
import { dueWithin, optionOf, paymentDueAt } from '../rules/deadline.ts';
import { whyPhoneCheck } from '../rules/phone-check.ts';
import { subtotalMinor } from '../rules.ts';
import { requirePhone } from './commit-order.ts';
import type { Goods } from './plan-lines.ts';

/** `isOverride`: staff promise what the rules refuse. */
export type By = { isOverride: boolean };

/** Where the order goes, after the change. */
export type Target = {
  deliveryType: DeliveryType;
  address: Address | null;
  /** A place that is asked for; the slot decides where there is one. */
  locationId: string | null;
  slotId: string | null;
};

/** Throws VALIDATION_ERROR for what the shop does not offer, and for a delivery without address. */
export async function planTarget(ctx: Context, agreed: Agreed, change: OrderContents): Promise<Target> {
  const { checkout } = await getSettings(ctx);
  const deliveryType = change.delivery_type ?? agreed.deliveryType;
  const isSameType = deliveryType === agreed.deliveryType;
  if (!isSameType && !checkout.delivery_types.includes(deliveryType)) {
    throw ValidationError.of('delivery_type', 'VAL_003', 'The shop does not offer this at the moment.');
  }
  const address = change.delivery_address === undefined ? toAddress(agreed.deliveryAddress) : change.delivery_address;
  if (deliveryType === 'delivery' && address === null) {
    throw ValidationError.of('delivery_address', 'VAL_001', 'Enter the address to deliver to.');
  }
  const locationId = deliveryType === 'pickup' ? (change.location_id ?? null) : null;
  if (locationId !== null && !(await getRuleBook(ctx)).places.some(({ id }) => id === locationId)) {
    throw ValidationError.of('location_id', 'VAL_003', 'Choose one of the places offered.');
  }
  const present = isSameType ? agreed.slotId : null;
  return {
    deliveryType,
    address: deliveryType === 'delivery' ? address : null,
    locationId,
    slotId: change.slot_id === undefined ? present : change.slot_id,
  };
}

export type Address = NonNullable<OrderContents['delivery_address']>;

/** As it is asked for, whatever an older row leaves out. */
export const toAddress = (address: Agreed['deliveryAddress']): Address | null =>
  address && { ...address, postal_code: address.postal_code ?? null, notes: address.notes ?? null };

export type Fee = { feeMinor: number; zoneId: string | null };

/** The fee as it was agreed while nothing it follows from changes. Throws ZONE_001, ZONE_002, VALIDATION_ERROR. */
export async function planFee(
  ctx: Context,
  agreed: Agreed,
  { target, goods, isOverride }: { target: Target; goods: Goods } & By,
): Promise<Fee> {
  if (target.deliveryType === 'pickup') return { feeMinor: 0, zoneId: null };
  const subtotal = subtotalMinor(goods.lines);
  const isSamePlace =
    agreed.deliveryType === 'delivery' &&
    toAddress(agreed.deliveryAddress)?.postal_code === target.address?.postal_code;
  if (isSamePlace && subtotal === agreed.subtotalMinor) {
    return { feeMinor: agreed.deliveryMinor, zoneId: agreed.zoneId };
  }
  const { zone, feeMinor } = await priceDelivery(ctx, {
    postalCode: target.address?.postal_code ?? null,
    subtotalMinor: subtotal,
    isMinimumWaived: isOverride,
  });
  return { feeMinor, zoneId: zone?.id ?? null };
}

/** What the order said about its money and its phone must still hold. Throws PAY_001, AUTH_004. */
export async function requirePayable(
  ctx: Context,
  agreed: Agreed,
  { target, totalMinor, isOverride }: { target: Target; totalMinor: number } & By,
): Promise<void> {
  if (isOverride || (target.deliveryType === agreed.deliveryType && totalMinor <= agreed.totalMinor)) return;
  const { payments, checkout } = await getSettings(ctx);
  const offered = payments.options.filter(
    (option) =>
      option.delivery_types.includes(target.deliveryType) &&
      (option.max_total === null || totalMinor <= option.max_total),
  );
  if (!offered.some(({ method }) => method === agreed.paymentMethod)) {
    throw new DomainError('PAY_001', { method: agreed.paymentMethod, offered: offered.map(({ method }) => method) });
  }
  // An order that was small enough to need no proof of the phone does not grow past it.
  const why = (total: number) =>
    whyPhoneCheck(checkout, { totalMinor: total, paymentMethod: agreed.paymentMethod, isFirst: false });
  const proof = 'proof' in ctx.actor ? ctx.actor.proof : undefined;
  const isProven = agreed.verifiedAt !== null || (proof?.by === 'sms' && proof.phone === agreed.customerPhone);
  if (!isStaff(ctx) && !isProven && why(totalMinor) !== null && why(agreed.totalMinor) === null) {
    throw new DomainError('AUTH_004', { why: why(totalMinor), channels: [] });
  }
}

/** Until when it must be paid: what comes on top of what was paid gets the usual time, and never after the slot begins. */
export async function planDue(
  ctx: Context,
  agreed: Agreed,
  { totalMinor, slotStartsAt }: { totalMinor: number; slotStartsAt: Date | null },
): Promise<Date | null> {
  const due = agreed.paymentDueAt && dueWithin(agreed.paymentDueAt, slotStartsAt);
  if (agreed.paidMinor === 0 || settlementOf({ ...agreed, totalMinor }).toPayMinor === 0) return due;
  const { payments } = await getSettings(ctx);
  const option = optionOf(payments.options, agreed);
  const anew = option && paymentDueAt(option, ctx.now, slotStartsAt);
  return anew && (due === null || anew > due) ? anew : due;
}

export type Gift = NonNullable<OrderContents['gift']>;

export const toGift = (gift: Agreed['gift']): Gift | null =>
  gift && { ...gift, recipient_phone: gift.recipient_phone ?? null, card_text: gift.card_text ?? null };

/** The gift with its phone as stored. Throws VALIDATION_ERROR. */
export async function planGift(ctx: Context, agreed: Agreed, { gift }: OrderContents): Promise<Gift | null> {
  if (gift === undefined) return toGift(agreed.gift);
  if (gift === null) return null;
  const { shop, checkout } = await getSettings(ctx);
  if (!checkout.gifts) throw ValidationError.of('gift', 'VAL_003', 'The shop does not pack gifts.');
  const { recipient_phone: phone } = gift;
  return { ...gift, recipient_phone: phone && requirePhone(phone, shop.country, 'gift.recipient_phone') };
}
