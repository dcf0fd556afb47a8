import type { z } from 'zod';
import type { packageFormInput } from '#lib/events/package-input';
import type { DeskPackage } from '#lib/events/package-output';
import type { ActionForm } from '../use-action-form.ts';

/** What the form of a package holds. */
export type PackageValues = z.input<typeof packageFormInput>;
export type PackageForm = ActionForm<PackageValues>;

export const newPackage = (): PackageValues => ({
  name: '',
  slug: '',
  description: '',
  price_kind: 'fixed',
  price: null,
  duration_minutes: null,
  deposit_percent: 0,
  max_guests: null,
  per_day_capacity: 1,
  active: true,
  included_items: [],
});

export const valuesOf = (one: DeskPackage): PackageValues => ({
  id: one.id,
  version: one.version,
  name: one.name,
  slug: one.slug,
  description: one.description,
  price_kind: one.price_kind,
  price: one.price,
  duration_minutes: one.duration_minutes,
  deposit_percent: one.deposit_percent,
  max_guests: one.max_guests,
  per_day_capacity: one.per_day_capacity,
  active: one.active,
  included_items: one.items,
});

/** What is sent: an amount that was typed before "on request" was chosen is no part of it. */
export const sentOf = ({ slug, price, ...values }: PackageValues) => ({
  ...values,
  slug: slug || undefined,
  price: values.price_kind === 'on_request' ? null : price,
});
