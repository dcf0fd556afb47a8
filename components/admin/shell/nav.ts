import type { IconName } from '#components/ui/icons';

export type DeskLink = { href: string; label: string; icon: IconName; group?: string };

/** The pages of the order desk in the order of a working day. Add a line when a page is there. */
export const DESK_LINKS: readonly DeskLink[] = [
  { href: '/admin/dashboard', label: 'Dashboard', icon: 'grid' },
  { href: '/admin/orders', label: 'Orders', icon: 'receipt' },
  { href: '/admin/products', label: 'Products', icon: 'box' },
  { href: '/admin/categories', label: 'Categories', icon: 'tag' },
  { href: '/admin/customers', label: 'Customers', icon: 'users' },
];

/** What stays in the bar at the foot of a phone; the rest is behind "More". */
export const PHONE_LINKS = 4;
