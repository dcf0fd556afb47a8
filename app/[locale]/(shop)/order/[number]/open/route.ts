import { go } from '#lib/http/go';
import { writeOrderKey } from '#lib/http/order-cookie';
import { pageContext } from '#lib/http/page';
import { findOwnOrder } from '#lib/orders/queries';

type Params = { params: Promise<{ number: string }> };

/**
 * The signed link: its key goes into a cookie that only this order's page is sent, and out of the address. A key that
 * opens nothing leads to the same page, which then says how to find the order.
 */
export async function GET(request: Request, { params }: Params): Promise<never> {
  const { number: order_number } = await params;
  const key = new URL(request.url).searchParams.get('key') ?? '';
  const order = await findOwnOrder(await pageContext(), { order_number, key });
  if (order) await writeOrderKey(order_number, key);
  return go(`/order/${encodeURIComponent(order_number)}`);
}
