import type { DeliveryType } from '#db/enums';
import type { settings } from '#db/schema/content';
import { SETTINGS, type SettingKey } from '#lib/settings/input';
import type { Preset } from '../preset.ts';

/** The rows of `settings`, each parsed by its own schema so that a preset can never store what the desk would refuse. */
export function settingRows(preset: Preset, heroMediaId: string | null): (typeof settings.$inferInsert)[] {
  const { shop } = preset;
  const isOffered = (type: DeliveryType) =>
    preset.locations.some((place) => place.hours.some((hours) => hours.purpose === type));
  const offered = (['pickup', 'delivery'] as const).filter(isOffered);
  const values: Record<SettingKey, unknown> = {
    shop: {
      name: shop.name,
      tagline: shop.tagline,
      about: shop.about,
      email: shop.email,
      phone: shop.phone,
      street: shop.street,
      city: shop.city,
      postal_code: shop.postalCode,
      country: shop.country,
      currency: shop.currency,
      time_zone: shop.timeZone,
      locale: shop.locale,
      languages: shop.languages,
      look: shop.look,
      hero_media_id: heroMediaId,
      order_prefix: shop.orderPrefix,
    },
    checkout: {
      identity: shop.identity,
      cart_minutes: shop.cartMinutes,
      ...(shop.daysAhead !== undefined && { days_ahead: shop.daysAhead }),
      ...(shop.releaseAt !== undefined && { release_at: shop.releaseAt }),
      delivery_types: offered.length > 0 ? offered : ['pickup'],
    },
    payments: {
      options: shop.payments.map((way) => ({
        method: way.method,
        title: way.label,
        instructions: way.instructions,
        delivery_types: way.for,
        due_hours: way.dueHours ?? null,
      })),
      account_holder: shop.bank?.holder ?? '',
      iban: shop.bank?.iban ?? '',
      bic: shop.bank?.bic ?? '',
    },
    demo: { is_demo: preset.key !== 'blank' },
    messages: {},
    privacy: {},
    security: {},
    chat: { replies: shop.replies ?? [] },
    backups: {},
  };
  return Object.entries(values).map(([key, value]) => {
    if (!isSettingKey(key)) throw new Error(`no setting is called ${key}`);
    SETTINGS[key].parse(value);
    return { key, value };
  });
}

const isSettingKey = (key: string): key is SettingKey => key in SETTINGS;
