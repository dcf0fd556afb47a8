import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '#db/columns';
import { products } from '#db/schema/catalog';
import { database } from '#lib/database';
import { placeOrder } from '#lib/orders/commands';
import { placeOrderInput } from '#lib/orders/input';
import { listSlotsInput } from '#lib/promise/input';
import { listSlots } from '#lib/promise/queries/list-slots';
import { visitor } from '#tests/factories/shop';

/**
 * What PostgreSQL alone gives on this machine, by the driver of the app and nothing above it: products looked up by their
 * key, and `place_order` with a wish that was priced and planned once. Run by `npm run bench` against the shop it has
 * set up, with the variant to sell; prints one line of JSON with so many per second.
 */

const SECONDS = 3;
const AT_A_TIME = 8;

const variantId = z.uuid().parse(process.argv[2]);
const shop = database();
const { db, call } = shop;

async function perSecond(one: () => Promise<unknown>): Promise<number> {
  let done = 0;
  const until = performance.now() + SECONDS * 1000;
  const began = performance.now();
  const lane = async () => {
    for (; performance.now() < until; done += 1) await one();
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  return (done / (performance.now() - began)) * 1000;
}

const [{ id: productId } = { id: '' }] = await db.select({ id: products.id }).from(products).limit(1);
const lookup = db.select({ name: products.name }).from(products).where(eq(products.id, productId)).prepare('lookup');
const lookups = await perSecond(() => lookup.execute());

const wishShape = z.looseObject({ order: z.looseObject({}), items: z.array(z.looseObject({})) });
let wish: z.infer<typeof wishShape> | null = null;
shop.call = (on, name, input) => {
  if (name === 'place_order') wish = wishShape.parse(input);
  return call(on, name, input);
};
const ctx = visitor();
const slot = (await listSlots(ctx, listSlotsInput.parse({ items: `${variantId}:1` }))).find(({ reason }) => !reason);
await placeOrder(
  ctx,
  placeOrderInput.parse({
    items: [{ variant_id: variantId, quantity: 1 }],
    customer_name: 'Bench Mark',
    customer_phone: '+4915112380000',
    delivery_type: 'pickup',
    slot_id: slot?.id,
  }),
);
const { order, items, ...rest } = wishShape.parse(wish);
let placed = 0;
const orders = await perSecond(() => {
  placed += 1;
  const buyer = { customer_phone: `+49151124${String(placed % 500).padStart(5, '0')}`, new_customer_id: newId() };
  return call(db, 'place_order', {
    ...rest,
    order: { ...order, ...buyer, id: newId() },
    items: items.map((item) => ({ ...item, id: newId() })),
    idempotency: null,
  });
});
process.stdout.write(JSON.stringify({ lookups, orders }));
process.exit(0);
