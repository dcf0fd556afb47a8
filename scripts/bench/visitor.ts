import { z } from 'zod';

const made = z.object({ data: z.object({ access_url: z.string().optional() }) });

/** The cookies that an answer sets, as the browser sends them back. */
const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');

async function post(url: string, body: object): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return response;
}

/** Somebody with goods in the cart, and somebody who follows an order: each page with the cookie that shows it. */
export async function makeVisitors(url: string, { variantId, slotId }: { variantId: string; slotId: string }) {
  const cart = await post(`${url}/api/cart`, { variant_id: variantId, quantity: 2 });
  const placed = await post(`${url}/api/orders`, {
    items: [{ variant_id: variantId, quantity: 1 }],
    customer_name: 'Bench Mark',
    customer_phone: '+4915112399999',
    delivery_type: 'pickup',
    slot_id: slotId,
  });
  const { access_url: link = '' } = made.parse(await placed.json()).data;
  const opened = await fetch(link, { redirect: 'manual' });
  return {
    cart: { url: `${url}/cart`, headers: { cookie: cookiesOf(cart) } },
    order: { url: link.replace(/\/open\?.*$/, ''), headers: { cookie: cookiesOf(opened) } },
  };
}
