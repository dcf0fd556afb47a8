import { z } from 'zod';
import { DELIVERY_TYPES, PAYMENT_METHODS } from '#db/enums';
import { offeredLanguages } from '#lib/i18n/languages';
import { fromMinor } from '#lib/money';
import { IDENTITY_MODES, type SettingKey, type Settings } from './input.ts';

/** What everybody may know of the shop; amounts in major units. */
export const shopOutput = z.object({
  name: z.string(),
  tagline: z.string(),
  about: z.string(),
  email: z.string(),
  phone: z.string(),
  address: z.object({ street: z.string(), city: z.string(), postal_code: z.string(), country: z.string() }),
  currency: z.string().length(3),
  time_zone: z.string(),
  locale: z.string(),
  languages: z.array(z.string()).meta({ description: 'Of the storefront, its own first.' }),
  identity: z.enum(IDENTITY_MODES).meta({ description: 'How customers say who they are.' }),
  delivery_types: z.array(z.enum(DELIVERY_TYPES)),
  gifts: z.boolean(),
  payment_methods: z.array(
    z.object({
      method: z.enum(PAYMENT_METHODS),
      title: z.string(),
      delivery_types: z.array(z.enum(DELIVERY_TYPES)),
      max_total: z.number().nullable(),
    }),
  ),
  is_demo: z.boolean(),
});

export type ShopDto = z.output<typeof shopOutput>;

const major = (minor: number | null): number | null => (minor === null ? null : fromMinor(minor));

export function toShop({ shop, checkout, payments, demo }: Settings): ShopDto {
  const { street, city, postal_code, country } = shop;
  return {
    name: shop.name,
    tagline: shop.tagline,
    about: shop.about,
    email: shop.email,
    phone: shop.phone,
    address: { street, city, postal_code, country },
    currency: shop.currency,
    time_zone: shop.time_zone,
    locale: shop.locale,
    languages: offeredLanguages(shop),
    identity: checkout.identity,
    delivery_types: checkout.delivery_types,
    gifts: checkout.gifts,
    payment_methods: payments.options.map(({ method, title, delivery_types, max_total }) => ({
      method,
      title,
      delivery_types,
      max_total: major(max_total),
    })),
    is_demo: demo.is_demo,
  };
}

/** A setting as it comes in and goes out: amounts in major units. */
export function toWire(settings: Settings, key: SettingKey): Record<string, unknown> {
  if (key === 'checkout') {
    const { phone_check: check, ...rest } = settings.checkout;
    return { ...rest, phone_check: { ...check, above: major(check.above) } };
  }
  if (key !== 'payments') return settings[key];
  const { options, ...rest } = settings.payments;
  return { ...rest, options: options.map((option) => ({ ...option, max_total: major(option.max_total) })) };
}
