import type { Preset } from './preset.ts';

/** Nothing but a name: for a shop that brings its own goods. Loading it sets no demo mark. */

export const blank: Preset = {
  key: 'blank',
  shop: {
    name: 'My shop',
    tagline: '',
    about: '',
    street: '',
    city: '',
    postalCode: '',
    country: 'DE',
    phone: '',
    email: '',
    orderPrefix: 'BAR',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    locale: 'en-IE',
    languages: [],
    look: 'bakery',
    identity: 'guest',
    payments: [{ method: 'cash', label: 'Cash at hand-over', instructions: '', for: ['pickup'] }],
    cartMinutes: 1440,
  },
  categories: [],
  products: [],
  locations: [],
  closures: [],
  zones: [],
  pages: [],
  testimonials: [],
  customers: [],
  staff: [],
  past: null,
};
