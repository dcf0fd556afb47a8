export type FirstStep = { title: string; why: string; href: string; isDone: boolean };

type Known = {
  shop: { street: string; city: string; phone: string; email: string };
  /** The place that waits for its hours. */
  place: { id: string; name: string } | null;
  /** How many there are of each. */
  hours: number;
  products: number;
  pages: number;
};

/** What stands between an empty shop and its first order; read from what is there, so nobody has to tick anything. */
export const firstSteps = ({ shop, place, hours, products, pages }: Known): FirstStep[] => [
  {
    title: 'Say who you are',
    why: 'Name, address and phone stand at the foot of the shop and on every slip.',
    href: '/admin/settings#shop',
    isDone: shop.street !== '' && shop.city !== '' && (shop.phone !== '' || shop.email !== ''),
  },
  {
    title: 'Say where and when you are open',
    why: place
      ? `${place.name} has no hours yet: customers choose their times from them.`
      : 'Add a place, then its weekly hours: customers choose their times from them.',
    href: place ? `/admin/places/${place.id}` : '/admin/places',
    isDone: hours > 0,
  },
  {
    title: 'Add your first product',
    why: 'A name, a price and a picture are enough; it is in the shop at once.',
    href: '/admin/products',
    isDone: products > 0,
  },
  {
    title: 'Write imprint, terms and privacy',
    why: 'Customers must be able to read them before they order.',
    href: '/admin/pages',
    isDone: pages > 0,
  },
];
