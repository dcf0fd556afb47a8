import 'server-only';
import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Channel, CustomerFlag, PaymentMethod } from '#db/enums';
import { customers } from '#db/schema/customers';
import { orders } from '#db/schema/orders';
import { getPhoneWays } from '#lib/auth/phone-queries';
import { type Context, isStaff } from '#lib/context';
import { DomainError } from '#lib/errors';
import { prepared } from '#lib/prepared';
import type { PaymentOption } from '#lib/settings/input';
import { getSettings } from '#lib/settings/queries';
import { isPaidAhead } from '../rules/deadline.ts';
import { whyPhoneCheck } from '../rules/phone-check.ts';

/** Who orders, as far as their phone tells; `phone` in E.164. */
type Orderer = { customer_phone: string; customer_id: string | null; channel: Channel };

/** What is known of whoever orders, before anything is promised to them. */
export type Standing = {
  /** The desk answers for its own orders. */
  isExempt: boolean;
  flags: ReadonlySet<CustomerFlag>;
  /** When the caller proved this very phone; null = not. */
  provenAt: Date | null;
};

/** Every order asks this. */
const onFile = prepared((db) =>
  db
    .select({
      id: customers.id,
      phone: customers.phone,
      flags: customers.flags,
      verifiedAt: customers.phoneVerifiedAt,
    })
    .from(customers)
    .where(
      and(
        isNull(customers.archivedAt),
        or(eq(customers.phone, sql.placeholder('phone')), eq(customers.id, sql.placeholder('id'))),
      ),
    )
    .prepare('customers_of_an_order'),
);

/**
 * Flags hold for the customer who is signed in and for everybody on file under the phone. That a phone is proven comes
 * from the session alone, never from what somebody with the same number did before.
 */
export async function readStanding(ctx: Context, { customer_phone, customer_id, channel }: Orderer): Promise<Standing> {
  const { actor } = ctx;
  if (channel === 'desk' || isStaff(ctx)) return { isExempt: true, flags: new Set(), provenAt: null };
  const rows = await onFile(ctx.db).execute({ phone: customer_phone, id: customer_id });
  const proof = 'proof' in actor ? actor.proof : undefined;
  const self = actor.kind === 'customer' ? rows.find(({ id }) => id === actor.customerId) : undefined;
  const isOwnPhone = self?.phone === customer_phone;
  const isProven = proof?.by === 'sms' && proof.phone === customer_phone;
  return {
    isExempt: false,
    flags: new Set(rows.flatMap(({ flags }) => flags)),
    provenAt: isProven ? proof.at : isOwnPhone ? (self?.verifiedAt ?? null) : null,
  };
}

/** What is offered to somebody whom the shop asks to pay ahead. */
export const offeredTo = ({ flags }: Standing, options: readonly PaymentOption[]): PaymentOption[] =>
  options.filter(({ method }) => !flags.has('prepay_only') || isPaidAhead(method));

/** How an order stands about its phone, as `place_order` stores it. */
export type PhoneStanding = { verified_at: Date | null; call_back: boolean; phone_note: string | null };

const NOT_CHECKED: PhoneStanding = { verified_at: null, call_back: false, phone_note: null };

/** An order that was collected, or whose phone was proven: one that was only placed says nothing of its phone. */
async function isFirstOrder(ctx: Context, phone: string): Promise<boolean> {
  const [known] = await ctx.db
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.customerPhone, phone), or(isNotNull(orders.verifiedAt), eq(orders.status, 'completed'))))
    .limit(1);
  return known === undefined;
}

/**
 * Asks for a proof of the phone where the shop wants one. With `wantsCallBack`, and only while codes cannot be sent to
 * this phone, the order is taken and the shop has to call. Throws AUTH_004 (`why`; `channels` that are open: sms, email,
 * call_back) and, for a blocked customer, AUTH_003 (`phone` of the shop), which does not say why.
 */
export async function requirePhoneProof(
  ctx: Context,
  { isExempt, flags, provenAt }: Standing,
  order: { phone: string; totalMinor: number; paymentMethod: PaymentMethod; wantsCallBack: boolean },
): Promise<PhoneStanding> {
  if (isExempt) return NOT_CHECKED;
  const { shop, checkout } = await getSettings(ctx);
  const standing = provenAt ? { ...NOT_CHECKED, verified_at: provenAt } : await withoutProof();
  // After the proof: whether a number is blocked is told to its owner only, where phones are checked at all.
  if (flags.has('blocked')) throw new DomainError('AUTH_003', { phone: shop.phone });
  return standing;

  async function withoutProof(): Promise<PhoneStanding> {
    const isFirst = checkout.phone_check.when === 'first_order' && (await isFirstOrder(ctx, order.phone));
    const why = whyPhoneCheck(checkout, { ...order, isFirst });
    if (why === null) return NOT_CHECKED;
    const proof = 'proof' in ctx.actor ? ctx.actor.proof : undefined;
    if (proof?.by === 'email' && proof.phone === order.phone) {
      return { ...NOT_CHECKED, phone_note: 'Phone not checked: no SMS could be sent, a code by e-mail was confirmed.' };
    }
    const channels = await getPhoneWays(ctx, order.phone);
    if (!order.wantsCallBack || !channels.includes('call_back')) throw new DomainError('AUTH_004', { why, channels });
    return {
      verified_at: null,
      call_back: true,
      phone_note: 'Phone not checked: no code could be sent. Call before you begin with this order.',
    };
  }
}
