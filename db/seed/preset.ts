import type {
  Allergen,
  CustomerFlag,
  DeliveryType,
  NetUnit,
  OpeningPurpose,
  PaymentMethod,
  PriceKind,
} from '../enums.ts';
import type { MotifName, Picture } from './art/picture.ts';
import type { Room } from './art/room.ts';

/** A demo shop as pure data. Anything a preset can say, any shop can do: the loader knows no shop by name. */

export const PRESET_KEYS = ['florist', 'bakery', 'beauty', 'farm', 'events', 'blank'] as const;
export type PresetKey = (typeof PRESET_KEYS)[number];
export type Look = Exclude<PresetKey, 'blank'>;

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Names a motif of `art/motifs` and what makes this picture different from its sisters. */
export const draw = (motif: MotifName, wishes: Omit<Picture, 'motif'> = {}): Picture => ({ ...wishes, motif });

export interface CategorySeed {
  slug: string;
  name: string;
  description: string;
  picture: Picture;
}

export interface VariantSeed {
  sku: string;
  title: string;
  /** Minor units of the shop's currency. */
  price: number;
  /** Pieces on the shelf, `unlimited` for what is made to order without end, or `per_date` for what `bake` says. */
  stock: number | 'unlimited' | 'per_date';
  lowStock?: number;
  /** How much oven, bench or van one piece takes. */
  loadPoints?: number;
  net?: readonly [quantity: number, unit: NetUnit];
  /** Pieces made per weekday, Monday first: the weekly pattern of what is made per day. */
  bake?: readonly [number, number, number, number, number, number, number];
}

export interface ProductSeed {
  slug: string;
  name: string;
  category: string;
  description: string;
  details: string;
  ingredients?: string;
  allergens?: readonly Allergen[];
  attributes?: Readonly<Record<string, string>>;
  variants: readonly VariantSeed[];
  /** The first picture is the cover. */
  pictures: readonly Picture[];
  alt: string;
  featured?: boolean;
  leadMinutes?: number;
  weekdays?: readonly Weekday[];
  /** `MM-DD`, both inside; the loader finds the season around today. */
  season?: readonly [from: string, until: string];
  maxPerOrder?: number;
  /** How often it is bought compared with its sisters; 1 when silent. */
  weight?: number;
}

export type CutoffSeed = { minutesBefore: number } | { at: string; daysBefore: number };

export interface HoursSeed {
  purpose: OpeningPurpose;
  days: readonly Weekday[];
  from: string;
  to: string;
  slotMinutes: number;
  capacityOrders?: number;
  capacityLoad?: number;
  cutoff: CutoffSeed;
}

export interface LocationSeed {
  key: string;
  name: string;
  kind: 'shop' | 'pickup_point' | 'market';
  street: string;
  city: string;
  postalCode: string;
  lat: number;
  lng: number;
  instructions: string;
  hours: readonly HoursSeed[];
}

export interface ClosureSeed {
  location?: string;
  purpose?: OpeningPurpose;
  /** Days from the day of loading; a closure covers whole days of the shop. */
  inDays: number;
  /** The first such weekday from then on. */
  weekday?: Weekday;
  days: number;
  message: string;
}

export interface PostalRules {
  exact?: readonly string[];
  prefix?: readonly string[];
  range?: readonly (readonly [from: string, to: string])[];
}

export interface ZoneSeed {
  location: string;
  name: string;
  postal: PostalRules;
  minOrder: number;
  extraLeadMinutes: number;
  /** Fee from a subtotal on, minor units; fee 0 is free delivery from there. */
  fees: readonly { from: number; fee: number }[];
}

/** A day of production with a number of its own: the next `weekday` after the day of loading. */
export interface PlanSeed {
  sku: string;
  weekday: Weekday;
  /** Pieces made that day. */
  planned?: number;
  /** Instead: so many are left of what was ordered by then. */
  left?: number;
  closed?: true;
}

/** One thing, or a whole room. */
export type Drawn = Picture | Room;

export interface PackageSeed {
  slug: string;
  name: string;
  description: string;
  /** Minor units; null on request. */
  price: number | null;
  priceKind: PriceKind;
  minutes: number;
  /** Percent of the quote. */
  deposit: number;
  guests: number;
  perDay: number;
  items: readonly (readonly [label: string, quantity: number])[];
  /** The first one is the cover; `alts` say what each shows. */
  pictures: readonly Drawn[];
  alts: readonly string[];
}

export interface ThemeSeed {
  slug: string;
  name: string;
  description: string;
  pictures: readonly Drawn[];
  alts: readonly string[];
}

export interface PageSeed {
  slug: string;
  title: string;
  body: string;
}

export interface TestimonialSeed {
  name: string;
  message: string;
  rating: 1 | 2 | 3 | 4 | 5;
  status?: 'pending' | 'published' | 'hidden';
  /** Shown beside the words. */
  picture?: Drawn;
}

export interface AddressSeed {
  label: string;
  street: string;
  city: string;
  postalCode: string;
  country: string;
  notes?: string;
}

export interface CustomerSeed {
  name: string;
  phone: string;
  email?: string;
  verified?: boolean;
  notes?: string;
  tags?: readonly string[];
  flags?: readonly CustomerFlag[];
  addresses?: readonly AddressSeed[];
  /** How often this person buys compared with the others; 1 when silent. */
  weight?: number;
}

export interface StaffSeed {
  username: string;
  name: string;
  email: string;
}

/** Five weeks of past orders, described rather than listed; the loader makes them the same way each time. */
export interface PastSeed {
  /** Average orders placed per weekday, Monday first. */
  perWeekday: readonly [number, number, number, number, number, number, number];
  /** The day everybody wants: so many orders more for the next such weekday. */
  rush?: { weekday: Weekday; orders: number };
  /** How likely an order is for the first day that can be had, the second, and so on. */
  ahead?: readonly number[];
  /** How many different products one order holds at most. */
  maxLines: number;
  /** How many of one product at most. */
  maxQuantity: number;
  channels: Readonly<Record<'web' | 'desk' | 'api', number>>;
  delivery: Readonly<Record<DeliveryType, number>>;
  payment: Readonly<Partial<Record<PaymentMethod, number>>>;
  /** Share of orders that were cancelled, 0–1. */
  cancelled: number;
  /** Share of orders placed by a customer on file, 0–1. */
  onFile: number;
  /** Share of orders that are gifts for another recipient, 0–1. */
  gifts: number;
  /** Names of people who order without being on file. */
  guests: readonly string[];
  /** Guests' numbers in E.164 without their last two digits, which the loader counts up from 50. */
  guestPhone: string;
  /** Streets and postcodes for delivered orders of guests. */
  places: readonly { street: string; city: string; postalCode: string }[];
  instructions: readonly string[];
  cards?: readonly string[];
  cancelReasons: readonly string[];
}

export interface PaymentMethodSeed {
  method: PaymentMethod;
  label: string;
  instructions: string;
  for: readonly DeliveryType[];
  /** Must be paid within so many hours; left out: at hand-over. */
  dueHours?: number;
}

export interface ShopSeed {
  name: string;
  tagline: string;
  about: string;
  street: string;
  city: string;
  postalCode: string;
  country: string;
  phone: string;
  email: string;
  orderPrefix: string;
  currency: 'EUR' | 'RON';
  timeZone: string;
  /** BCP 47, for dates and money. */
  locale: `en-${string}`;
  /** Of the storefront, besides its own. */
  languages: ('ro' | 'de')[];
  look: Look;
  /** How customers say who they are before an order is taken. */
  identity: 'guest' | 'phone_verified' | 'account_optional' | 'account_required';
  payments: readonly PaymentMethodSeed[];
  bank?: { holder: string; iban: string; bic: string };
  cartMinutes: number;
  /** How many days ahead slots are offered, today included; the shop's default when silent. */
  daysAhead?: number;
  /** `HH:MM` from which what is left of a day's production is for walk-in customers. */
  releaseAt?: string;
  /** What staff answer in the chat again and again. */
  replies?: readonly { title: string; text: string }[];
}

/** An event that somebody asked for. Packages and themes by their place in the preset, days from today. */
export interface BookingSeed {
  package: number;
  theme?: number;
  occasion: string;
  inDays: number;
  askedDaysAgo: number;
  time?: string;
  venue: string;
  guests: number;
  message: string;
  status: 'requested' | 'quoted' | 'accepted' | 'confirmed' | 'completed';
  /** Minor units. */
  quoted?: number;
  deposit?: number;
  paid?: number;
}

/**
 * What a preset says in another language, by the slug, key, SKU or name that its thing has; lines of a package in their
 * order. Anything may be left out: the shop then shows its own words.
 */
export interface TranslationSeed {
  shop?: { tagline?: string; about?: string };
  categories?: Readonly<Record<string, { name?: string; description?: string }>>;
  products?: Readonly<
    Record<
      string,
      {
        name?: string;
        description?: string;
        details?: string;
        ingredients?: string;
        /** Titles by SKU. */
        variants?: Readonly<Record<string, string>>;
      }
    >
  >;
  packages?: Readonly<Record<string, { name?: string; description?: string; items?: readonly string[] }>>;
  themes?: Readonly<Record<string, { name?: string; description?: string }>>;
  /** By who said it. */
  testimonials?: Readonly<Record<string, string>>;
  pages?: Readonly<Record<string, { title?: string; body?: string }>>;
  locations?: Readonly<Record<string, { name?: string; instructions?: string }>>;
  /** By the name of the zone. */
  zones?: Readonly<Record<string, string>>;
  /** What customers read of each, in their order. */
  closures?: readonly string[];
  /** What they show, by what they show in the shop's own words. */
  pictures?: Readonly<Record<string, string>>;
  /** By the label of the way to pay. */
  payments?: Readonly<Record<string, { title?: string; instructions?: string }>>;
}

export interface Preset {
  key: PresetKey;
  shop: ShopSeed;
  categories: readonly CategorySeed[];
  products: readonly ProductSeed[];
  locations: readonly LocationSeed[];
  closures: readonly ClosureSeed[];
  zones: readonly ZoneSeed[];
  plans?: readonly PlanSeed[];
  packages?: readonly PackageSeed[];
  themes?: readonly ThemeSeed[];
  bookings?: readonly BookingSeed[];
  pages: readonly PageSeed[];
  testimonials: readonly TestimonialSeed[];
  customers: readonly CustomerSeed[];
  staff: readonly StaffSeed[];
  translations?: Partial<Record<'ro' | 'de', TranslationSeed>>;
  past: PastSeed | null;
}
