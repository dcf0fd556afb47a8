import { asc, sql } from 'drizzle-orm';
import { beforeAll, beforeEach } from 'vitest';
import { notifications } from '#db/schema/notices';
import { database } from '#lib/database';
import { ensureCursor } from '#lib/jobs/dispatcher';
import { moveOrder, placeOrder } from '#lib/orders/commands';
import type { OrderDto } from '#lib/orders/output';
import { makeProduct, orderOf, setSetting, staffMember, type TestContext, visitor } from '#tests/factories/shop';
import { doAllWork, system } from '#tests/support/jobs';

export const EMAIL = 'ana@example.com';
export const SHOP = {
  name: 'Mill & Moss',
  email: 'hello@mill.example',
  street: 'Mill Lane 3',
  postal_code: '10115',
  city: 'Berlin',
  locale: 'en-IE',
};

/** What stands in the outbox, in the order in which it came about. */
export const said = () =>
  database().db.select().from(notifications).orderBy(asc(notifications.createdAt), asc(notifications.id));

/** Event, audience and way of each message. */
export const heads = async () =>
  (await said()).map(({ event, audience, channel }) => `${event} ${audience} ${channel}`).toSorted();

/** What is said from here on. */
export async function saidAfter(work: () => Promise<unknown>): Promise<string[]> {
  await doAllWork();
  await database().db.delete(notifications);
  await work();
  await doAllWork();
  return heads();
}

type Step = 'confirmed' | 'processing' | 'ready' | 'completed' | 'cancelled';
export const move = (ctx: TestContext, order: OrderDto, to: Step) =>
  moveOrder(ctx, { order_id: order.id, to, note: null, cancel_reason: 'Oven broken', stock: 'back', version: null });

/** A shop with a loaf of which there is enough, and nothing said yet before each test. */
export function noticeShop() {
  const known: { staff?: TestContext; admin?: TestContext; variantId?: string } = {};
  const given = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('asked for before the first test');
    return value;
  };
  beforeAll(async () => {
    [known.staff, known.admin] = [await staffMember('staff'), await staffMember('admin')];
    ({ variantId: known.variantId } = await makeProduct({ stockQuantity: 1000, title: '800 g' }, { name: 'Rye loaf' }));
  });
  beforeEach(async () => {
    await database().db.execute(sql`truncate domain_events, event_cursors, notifications, settings`);
    await setSetting('shop', SHOP);
    await ensureCursor(system());
  });
  return {
    staff: () => given(known.staff),
    admin: () => given(known.admin),
    variantId: () => given(known.variantId),
    place: async (more: Record<string, unknown> = {}, locale = 'en-IE'): Promise<OrderDto> =>
      (await placeOrder(visitor({ locale }), orderOf([given(known.variantId)], { customer_email: EMAIL, ...more })))
        .order,
  };
}
