import 'server-only';
import { isSame, seal } from '#lib/auth/secrets';
import { env } from '#lib/env';

/** The key of an order's signed link: nothing is stored, raising `linkVersion` ends every link given out. */
export const orderKey = (order: { id: string; linkVersion: number }): string =>
  seal('order', `${order.id}.${order.linkVersion}`);

export const isOrderKey = (key: string, order: { id: string; linkVersion: number }): boolean =>
  isSame(key, orderKey(order));

/** Opens the order: sets the cookie and goes on to the page. */
export const orderUrl = (order: { id: string; orderNumber: string; linkVersion: number }): string =>
  `${env().APP_URL}/order/${encodeURIComponent(order.orderNumber)}/open?key=${orderKey(order)}`;
