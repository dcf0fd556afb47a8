import { z } from 'zod';
import { DELIVERY_TYPES, PAYMENT_METHODS } from '#db/enums';
import { backupSettings } from '#lib/backup/rules';
import { cannedReplies, chatSettings } from '#lib/chat/input';
import { idInput } from '#lib/fields';
import { LANGUAGES } from '#lib/i18n/languages';
import { compactAccount, isBic, isIban } from '#lib/iban';
import { LOOKS } from '#lib/look/tokens';
import { moneyInput } from '#lib/money';
import { messageSettings, messageSettingsInput } from '#lib/notices/input';
import { GUEST_MONTHS } from '#lib/privacy/rules';
import { withIds } from './entry-ids.ts';

const text = (max: number) => z.string().trim().max(max, `Use at most ${max} characters.`);
const isTimeZone = (zone: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};
/** Amounts are kept in hundredths, so only currencies that have them. */
export const hasCents = (currency: string) => {
  try {
    const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    return maximumFractionDigits === 2;
  } catch {
    return false;
  }
};

export const shopSettings = z.strictObject({
  name: text(80).min(1, 'Enter the name of the shop.'),
  tagline: text(160).default(''),
  about: text(2000).default(''),
  email: z.email('Enter an address such as shop@example.com.').or(z.literal('')).default(''),
  phone: text(30).default(''),
  street: text(200).default(''),
  city: text(100).default(''),
  postal_code: text(12).default(''),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Use the two letters of the country.')
    .default('DE'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'Use three letters such as EUR.')
    .refine(hasCents, 'Use a currency with cents.')
    .default('EUR'),
  time_zone: z.string().refine(isTimeZone, 'Use a time zone such as Europe/Berlin.').default('Europe/Berlin'),
  /** BCP 47, for dates and money; the storefront's language is its first part. */
  locale: z
    .string()
    .regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'Use a language such as en-IE.')
    .default('en-IE'),
  /** Languages the storefront is offered in besides its own. */
  languages: z
    .array(z.enum(LANGUAGES, { error: 'Choose one of the offered languages.' }))
    .max(LANGUAGES.length)
    .default([]),
  look: z.enum(LOOKS).default('bakery'),
  /** The wide picture of the home page and of shared links; a media id. */
  hero_media_id: z.uuid().nullable().default(null),
  order_prefix: z
    .string()
    .regex(/^[A-Z][A-Z0-9]{0,7}$/, 'Use up to eight capital letters and digits.')
    .default('BAR'),
});

export const IDENTITY_MODES = ['guest', 'phone_verified', 'account_optional', 'account_required'] as const;

/** When a phone number has to be proven by a code before an order is taken. */
export const PHONE_CHECKS = ['never', 'always', 'first_order', 'cash', 'above'] as const;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Use a time such as 17:30.');

export const phoneCheckSettings = z.strictObject({
  /** `phone_verified` as identity means always, whatever stands here. */
  when: z.enum(PHONE_CHECKS).default('never'),
  /** For `above`: totals larger than this. */
  above: moneyInput.nullable().default(null),
  code_length: z.int().min(4, 'At least 4 digits.').max(8, 'At most 8 digits.').default(6),
  /** Countries whose numbers get codes, two letters each; empty = the shop's own. */
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/, 'Use the two letters of each country.'))
    .max(60)
    .default([]),
  /** Codes sent to all numbers together in a day; beyond it no more are sent. */
  daily_cap: z.int().min(1).max(100_000).default(500),
});

export const checkoutSettings = z.strictObject({
  identity: z.enum(IDENTITY_MODES).default('account_optional'),
  /** How long a cart lives after its last change. */
  cart_minutes: z.int().min(30, 'At least 30 minutes.').max(43_200).default(1440),
  delivery_types: z.array(z.enum(DELIVERY_TYPES)).min(1, 'Offer at least one.').default(['pickup']),
  gifts: z.boolean().default(true),
  /** Confirm an order without anybody's hand. */
  auto_confirm: z.boolean().default(false),
  /** Orders a phone number may place in an hour. */
  orders_per_hour: z.int().min(1).max(1000).default(20),
  /** How many days ahead slots are offered, today included. */
  days_ahead: z.int().min(1, 'At least one day.').max(90, 'At most 90 days.').default(14),
  /** From this time of a day on, what was not ordered of its bake plan is for walk-in customers; null = never. */
  release_at: clock.nullable().default(null),
  phone_check: phoneCheckSettings.prefault({}),
});

/** As somebody may set it. */
export const checkoutSettingsInput = checkoutSettings.refine(
  ({ phone_check: check }) => check.when !== 'above' || check.above !== null,
  { error: 'Enter the amount.', path: ['phone_check', 'above'], params: { code: 'VAL_001' } },
);

export const paymentOption = z.strictObject({
  /** Left out of a new one. */
  id: idInput.optional(),
  method: z.enum(PAYMENT_METHODS),
  title: text(80).min(1, 'Enter a title.'),
  /** Shown at checkout and after ordering. */
  instructions: text(1000).default(''),
  delivery_types: z.array(z.enum(DELIVERY_TYPES)).min(1, 'Choose at least one.'),
  /** Largest total it is offered for; null = no limit. */
  max_total: moneyInput.nullable().default(null),
  /** Must be paid within so many hours; null = at hand-over. */
  due_hours: z.int().min(1, 'At least one hour.').max(720, 'At most 720 hours.').nullable().default(null),
  /** Hours before that deadline at which the customer is reminded, though not in its first half; null = never. */
  remind_hours: z.int().min(1, 'At least one hour.').max(720, 'At most 720 hours.').nullable().default(24),
  /** What is not paid by its deadline is cancelled, and its goods and slot are free again. */
  release_unpaid: z.boolean().default(true),
});

const account = (max: number) => z.string().max(max, `Use at most ${max} characters.`).transform(compactAccount);

const paymentOptions = z.array(paymentOption).min(1, 'Offer at least one way to pay.').max(8);

export const paymentSettings = z.strictObject({
  options: paymentOptions.transform(withIds('options')),
  account_holder: text(70).default(''),
  /** However it is typed. Whether it can be right is asked when it is changed: what is stored must stay readable. */
  iban: account(60).default(''),
  bic: account(30).default(''),
});

const isBlankOr = (isRight: (word: string) => boolean) => (word: string) => word === '' || isRight(word);

/** As somebody may set it: account numbers that a bank would take, and their owner. */
export const paymentSettingsInput = paymentSettings
  .extend({
    options: paymentOptions,
    iban: account(60).refine(isBlankOr(isIban), 'This IBAN cannot be right: compare it digit by digit.').default(''),
    bic: account(30).refine(isBlankOr(isBic), 'A BIC has 8 or 11 letters and digits, such as COBADEFFXXX.').default(''),
  })
  .refine(({ iban, account_holder }) => iban === '' || account_holder !== '', {
    error: 'Enter who the account belongs to.',
    path: ['account_holder'],
    params: { code: 'VAL_001' },
  });

export const securitySettings = z.strictObject({
  /** Whoever works at the desk signs in with a code besides the password, and sets that up before anything else. */
  staff_second_factor: z.boolean().default(false),
});

/** Set by loading a preset, removed by "this shop is real now". */
export const demoSettings = z.strictObject({ is_demo: z.boolean().default(false) });

const months = `Use ${GUEST_MONTHS.least} to ${GUEST_MONTHS.most} months.`;

/** How long the shop remembers whom. */
export const privacySettings = z.strictObject({
  /** Guests without a login who never came back are forgotten after so many months; null = never. */
  guest_months: z
    .int(months)
    .min(GUEST_MONTHS.least, months)
    .max(GUEST_MONTHS.most, months)
    .nullable()
    .default(GUEST_MONTHS.usual),
});

/** One row of `settings` per key. What is stored has passed its schema; what is missing has its defaults. */
export const SETTINGS = {
  shop: shopSettings,
  checkout: checkoutSettings,
  payments: paymentSettings,
  demo: demoSettings,
  messages: messageSettings,
  privacy: privacySettings,
  security: securitySettings,
  chat: chatSettings.extend({ replies: cannedReplies.transform(withIds('replies')) }),
  backups: backupSettings,
} as const;

export type SettingKey = keyof typeof SETTINGS;

/** The same, by which a change is judged. */
export const SETTING_INPUTS = {
  ...SETTINGS,
  checkout: checkoutSettingsInput,
  payments: paymentSettingsInput,
  messages: messageSettingsInput,
  chat: chatSettings,
} as const;

/** `value` is judged by the schema of its key and stored as it was sent: reading parses it again. */
export const changeSettingInput = z.strictObject({
  key: z.enum(['shop', 'checkout', 'payments', 'demo', 'messages', 'privacy', 'security', 'chat', 'backups'], {
    error: 'There is no such setting.',
  }),
  value: z.record(z.string(), z.unknown()),
});
export type ChangeSetting = z.output<typeof changeSettingInput>;
export type Settings = { [K in SettingKey]: z.output<(typeof SETTINGS)[K]> };
export type PaymentOption = Settings['payments']['options'][number];

export const DEFAULT_SETTINGS: { [K in SettingKey]: unknown } = {
  shop: { name: 'My shop' },
  checkout: {},
  payments: {
    options: [{ method: 'cash', title: 'Cash at hand-over', delivery_types: ['pickup', 'delivery'] }],
  },
  demo: {},
  messages: {},
  privacy: {},
  security: {},
  chat: {},
  backups: {},
};
