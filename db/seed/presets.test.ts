import { isValidPhoneNumber } from 'libphonenumber-js';
import { beforeAll, describe, expect, it } from 'vitest';
import { ALLERGENS, NET_UNITS } from '#db/enums';
import type { Picture } from './art/picture.ts';
import { picturesOf } from './load/pictures.ts';
import { readPreset } from './load/presets.ts';
import { settingRows } from './load/settings.ts';
import type { Preset } from './preset.ts';

const SHOPS = ['florist', 'bakery', 'beauty', 'farm', 'events'] as const;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const PHONE = /^\+[1-9][0-9]{6,14}$/;

const repeated = (words: readonly string[]) => words.filter((word, i) => words.indexOf(word) !== i);
const isWhole = (amount: number) => Number.isInteger(amount) && amount >= 0;

describe.each(SHOPS)('the %s shop', (key) => {
  let preset: Preset;
  beforeAll(async () => {
    preset = await readPreset(key);
  });

  it('fills its shelves', () => {
    expect(preset.key).toBe(key);
    expect(preset.products.length).toBeGreaterThanOrEqual(24);
    expect(preset.categories.length).toBeGreaterThanOrEqual(5);
    for (const category of preset.categories) {
      expect(
        preset.products.filter((product) => product.category === category.slug).length,
        category.slug,
      ).toBeGreaterThanOrEqual(2);
    }
    expect(preset.products.filter((product) => product.featured).length).toBeGreaterThanOrEqual(4);
    expect(preset.testimonials.length).toBeGreaterThanOrEqual(6);
    expect(preset.customers.length).toBeGreaterThanOrEqual(12);
    expect(preset.pages.map((page) => page.slug)).toEqual(['imprint', 'terms', 'privacy', 'delivery', 'contact']);
  });

  it('names everything once', () => {
    expect(repeated(preset.categories.map((category) => category.slug))).toEqual([]);
    expect(repeated(preset.products.map((product) => product.slug))).toEqual([]);
    expect(repeated(preset.products.map((product) => product.name))).toEqual([]);
    expect(repeated(preset.products.flatMap((product) => product.variants.map((variant) => variant.sku)))).toEqual([]);
    expect(repeated(preset.customers.map((customer) => customer.phone))).toEqual([]);
    for (const { slug } of [...preset.categories, ...preset.products, ...preset.pages]) expect(slug).toMatch(SLUG);
  });

  it('keeps to what the columns hold', () => {
    for (const product of preset.products) {
      expect(product.name.length).toBeLessThanOrEqual(200);
      expect(product.description.length, product.slug).toBeGreaterThan(40);
      expect(product.description.length, product.slug).toBeLessThanOrEqual(1000);
      expect(product.details.length, product.slug).toBeGreaterThan(15);
      expect(product.alt.length, product.slug).toBeGreaterThan(8);
      expect(product.pictures.length).toBeGreaterThanOrEqual(1);
      expect(product.pictures.length).toBeLessThanOrEqual(5);
      expect(product.variants.length).toBeGreaterThanOrEqual(1);
      for (const allergen of product.allergens ?? []) expect(ALLERGENS).toContain(allergen);
    }
    for (const { message } of preset.testimonials) expect(message.length).toBeLessThanOrEqual(1000);
    expect(preset.shop.about.length).toBeLessThanOrEqual(2000);
  });

  it('counts money and stock in whole numbers', () => {
    for (const variant of preset.products.flatMap((product) => product.variants)) {
      expect(isWhole(variant.price) && variant.price > 0, variant.sku).toBe(true);
      if (typeof variant.stock === 'number') expect(isWhole(variant.stock), variant.sku).toBe(true);
      expect(variant.bake !== undefined, variant.sku).toBe(variant.stock === 'per_date');
      expect((variant.bake ?? []).every(isWhole), variant.sku).toBe(true);
      if (variant.net) expect(isWhole(variant.net[0]) && NET_UNITS.includes(variant.net[1]), variant.sku).toBe(true);
    }
    for (const zone of preset.zones) {
      expect(isWhole(zone.minOrder)).toBe(true);
      expect(repeated(zone.fees.map((step) => String(step.from)))).toEqual([]);
      for (const step of zone.fees) expect(isWhole(step.from) && isWhole(step.fee)).toBe(true);
    }
  });

  it('shows no two products alike', () => {
    const covers = preset.products.map((product) => JSON.stringify(sorted(product.pictures[0])));
    expect(repeated(covers)).toEqual([]);
    const offers = [...(preset.packages ?? []), ...(preset.themes ?? [])];
    const all = [
      ...preset.products.flatMap((product) => product.pictures),
      ...preset.categories.map((one) => one.picture),
      ...offers.flatMap((offer) => offer.pictures),
      ...preset.testimonials.flatMap((one) => one.picture ?? []),
    ];
    expect(picturesOf(preset).size, 'every picture is drawn once').toBe(all.length);
  });

  it('is open without overlaps, and every zone and closure belongs to a place', () => {
    for (const { key: place, hours } of preset.locations) {
      const rules = hours.flatMap((rule) => rule.days.map((day) => ({ ...rule, day })));
      rules.forEach((rule, i) => {
        expect(rule.from < rule.to).toBe(true);
        for (const other of rules.slice(i + 1)) {
          const isSame = other.day === rule.day && other.purpose === rule.purpose;
          expect(isSame && other.from < rule.to && rule.from < other.to, `${place} on ${rule.day}`).toBe(false);
        }
      });
    }
    const places = preset.locations.map((place) => place.key);
    for (const zone of preset.zones) expect(places).toContain(zone.location);
    for (const closure of preset.closures) if (closure.location) expect(places).toContain(closure.location);
  });

  it('plans days for what is made per day, on days on which it is sold', () => {
    for (const { sku, weekday } of preset.plans ?? []) {
      const product = preset.products.find((one) => one.variants.some((variant) => variant.sku === sku));
      expect(product?.variants.find((variant) => variant.sku === sku)?.stock, sku).toBe('per_date');
      expect(product?.weekdays?.includes(weekday) ?? true, sku).toBe(true);
    }
    for (const { slug, weekdays, variants } of preset.products) {
      for (const { sku, bake } of variants) {
        const idle = (bake ?? []).some((planned, at) => planned > 0 && weekdays?.every((day) => day !== at + 1));
        expect(idle, `${slug} ${sku} is made on a day on which it is not sold`).toBe(false);
      }
    }
  });

  it('can reach everybody', () => {
    for (const { name, phone } of preset.customers) {
      expect(phone, name).toMatch(PHONE);
      expect(isValidPhoneNumber(phone), name).toBe(true);
    }
    expect(isValidPhoneNumber(preset.shop.phone)).toBe(true);
    expect(isValidPhoneNumber(`${preset.past?.guestPhone}50`)).toBe(true);
    for (const word of [preset.shop.email, ...preset.customers.flatMap((one) => one.email ?? [])]) {
      expect(word).toMatch(/@[a-z0-9-]+\.(example|com)$/);
    }
  });

  it('stores settings the desk would accept', () => {
    expect(settingRows(preset, null).map((row) => row.key)).toEqual(
      expect.arrayContaining(['shop', 'checkout', 'payments', 'demo']),
    );
  });
});

describe('what the decorators offer', () => {
  it('is told whole, and keeps to what the columns hold', async () => {
    const { packages = [], themes = [] } = await readPreset('events');
    expect(packages.length).toBeGreaterThanOrEqual(5);
    expect(themes.length).toBeGreaterThanOrEqual(5);
    expect(new Set(packages.map((one) => one.priceKind))).toEqual(new Set(['fixed', 'from', 'on_request']));
    for (const one of [...packages, ...themes]) {
      expect(one.slug).toMatch(SLUG);
      expect(one.description.length, one.slug).toBeGreaterThan(40);
      expect(one.description.length, one.slug).toBeLessThanOrEqual(1000);
      expect(one.alts.length, `${one.slug} says what each picture shows`).toBe(one.pictures.length);
    }
    for (const { slug, price, priceKind, items, pictures } of packages) {
      expect(price === null, slug).toBe(priceKind === 'on_request');
      expect(price === null || isWhole(price), slug).toBe(true);
      expect(items.length, slug).toBeGreaterThanOrEqual(4);
      expect(pictures.length <= 5, slug).toBe(true);
    }
    for (const { slug, pictures } of themes) {
      expect(pictures.length >= 4 && pictures.length <= 12, slug).toBe(true);
    }
  });
});

it('has a blank shop without goods or demo mark', async () => {
  const blank = await readPreset('blank');
  expect(blank.products).toEqual([]);
  const demo = settingRows(blank, null).find((row) => row.key === 'demo');
  expect(demo?.value).toEqual({ is_demo: false });
});

const sorted = (picture: Picture | undefined) =>
  Object.fromEntries(Object.entries(picture ?? {}).sort(([a], [b]) => a.localeCompare(b)));
