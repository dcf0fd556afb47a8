import type { IconName } from '#components/ui/icons';

export type DeskLink = { href: string; label: string; icon: IconName; group?: string; isForAdmins?: true };

/** The pages of the order desk in the order of a working day. Add a line when a page is there. */
export const DESK_LINKS: readonly DeskLink[] = [
  { href: '/admin/dashboard', label: 'Dashboard', icon: 'grid' },
  { href: '/admin/day', label: 'Day sheet', icon: 'checklist' },
  { href: '/admin/orders', label: 'Orders', icon: 'receipt' },
  { href: '/admin/payments', label: 'Payments', icon: 'coins' },
  { href: '/admin/calendar', label: 'Calendar', icon: 'calendar' },
  { href: '/admin/plan', label: 'Bake plan', icon: 'oven' },
  { href: '/admin/products', label: 'Products', icon: 'box' },
  { href: '/admin/categories', label: 'Categories', icon: 'tag' },
  { href: '/admin/stock', label: 'Stock', icon: 'clock' },
  { href: '/admin/customers', label: 'Customers', icon: 'users' },
  { href: '/admin/chat', label: 'Chat', icon: 'chat' },
  { href: '/admin/analytics', label: 'Analytics', icon: 'chart' },
  { href: '/admin/places', label: 'Places', icon: 'pin' },
  { href: '/admin/pages', label: 'Pages', icon: 'pencil' },
  { href: '/admin/translations', label: 'Translations', icon: 'globe' },
  { href: '/admin/testimonials', label: 'Testimonials', icon: 'leaf' },
  { href: '/admin/bookings', label: 'Bookings', icon: 'calendar', group: 'Events' },
  { href: '/admin/packages', label: 'Packages', icon: 'gift', group: 'Events' },
  { href: '/admin/themes', label: 'Themes', icon: 'image', group: 'Events' },
  { href: '/admin/imports', label: 'Import and export', icon: 'download', isForAdmins: true },
  { href: '/admin/settings', label: 'Settings', icon: 'gear', isForAdmins: true },
  { href: '/admin/jobs', label: 'Jobs', icon: 'checklist', group: 'System', isForAdmins: true },
  { href: '/admin/outbox', label: 'Outbox', icon: 'mail', group: 'System', isForAdmins: true },
  { href: '/admin/audit', label: 'Audit', icon: 'archive', group: 'System', isForAdmins: true },
  { href: '/admin/backups', label: 'Backups', icon: 'box', group: 'System', isForAdmins: true },
  { href: '/admin/health', label: 'Health', icon: 'chart', group: 'System', isForAdmins: true },
];

export const linksFor = (role: string): readonly DeskLink[] =>
  DESK_LINKS.filter((link) => !link.isForAdmins || role === 'admin');

/** The same in its groups; those without a name come first. */
export const groupsFor = (role: string): { name: string | undefined; links: DeskLink[] }[] =>
  [...Map.groupBy(linksFor(role), ({ group }) => group)].map(([name, links]) => ({ name, links }));

/** What stays in the bar at the foot of a phone; the rest is behind "More". */
export const PHONE_LINKS = 4;
