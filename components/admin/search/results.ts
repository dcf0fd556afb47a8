import type { DeskSearchDto } from '#lib/orders/search-output';

export type Hit = { key: string; href: string } & (
  | { kind: 'order'; order: DeskSearchDto['orders'][number] }
  | { kind: 'customer'; customer: DeskSearchDto['customers'][number] }
  | { kind: 'product'; product: DeskSearchDto['products'][number] }
  | { kind: 'list'; label: string }
);
export type HitGroup = { name: string; hits: Hit[] };

const listOf = (path: string, words: string) => `/admin/${path}?q=${encodeURIComponent(words)}`;

/** What was found, in the order in which the arrows walk it; at the end the whole lists with these words. */
export function groupsOf({ orders, customers, products }: DeskSearchDto, words: string): HitGroup[] {
  const groups: HitGroup[] = [
    {
      name: 'Orders',
      hits: orders.map((order) => ({ kind: 'order', key: order.id, href: `/admin/orders/${order.id}`, order })),
    },
    {
      name: 'Customers',
      hits: customers.map((customer) => ({
        kind: 'customer',
        key: customer.id,
        href: `/admin/customers/${customer.id}`,
        customer,
      })),
    },
    {
      name: 'Products',
      hits: products.map((product) => ({
        kind: 'product',
        key: product.id,
        href: `/admin/products/${product.id}`,
        product,
      })),
    },
    {
      name: 'Whole lists',
      hits: (['orders', 'customers', 'products'] as const).map((path) => ({
        kind: 'list',
        key: path,
        href: listOf(path, words),
        label: `All ${path} with “${words}”`,
      })),
    },
  ];
  return groups.filter(({ hits }) => hits.length > 0);
}

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** For those who do not see the list. */
export function foundWords({ orders, customers, products }: DeskSearchDto): string {
  const parts = [
    orders.length > 0 ? counted(orders.length, 'order') : '',
    customers.length > 0 ? counted(customers.length, 'customer') : '',
    products.length > 0 ? counted(products.length, 'product') : '',
  ].filter(Boolean);
  return parts.length === 0 ? 'Nothing found.' : `${parts.join(', ')} found.`;
}
