import { newId } from '#db/columns';
import type { packageImages, packageItems, packages, themeImages, themes } from '#db/schema/events';
import type { Drawn, Preset } from '../preset.ts';

type Rows = {
  packages: (typeof packages.$inferInsert)[];
  items: (typeof packageItems.$inferInsert)[];
  packageImages: (typeof packageImages.$inferInsert)[];
  themes: (typeof themes.$inferInsert)[];
  themeImages: (typeof themeImages.$inferInsert)[];
};

/** What a decorator offers: packages with what is in them, and themes with their galleries. */
export function offerRows(preset: Preset, mediaOf: (picture: Drawn) => string | null): Rows {
  const rows: Rows = { packages: [], items: [], packageImages: [], themes: [], themeImages: [] };
  const placed = (pictures: readonly Drawn[]) =>
    pictures
      .flatMap((picture) => mediaOf(picture) ?? [])
      .map((mediaId, position) => ({ id: newId(), mediaId, position: position + 1 }));
  preset.packages?.forEach((one, displayOrder) => {
    const packageId = newId();
    rows.packages.push({
      id: packageId,
      name: one.name,
      slug: one.slug,
      description: one.description,
      priceMinor: one.price,
      priceKind: one.priceKind,
      durationMinutes: one.minutes,
      depositPercent: one.deposit,
      maxGuests: one.guests,
      perDayCapacity: one.perDay,
      displayOrder,
    });
    rows.items.push(
      ...one.items.map(([label, quantity], position) => ({
        id: newId(),
        packageId,
        label,
        quantity,
        position: position + 1,
      })),
    );
    rows.packageImages.push(...placed(one.pictures).map((image) => ({ ...image, packageId })));
  });
  preset.themes?.forEach(({ name, slug, description, pictures }, displayOrder) => {
    const themeId = newId();
    rows.themes.push({ id: themeId, name, slug, description, displayOrder });
    rows.themeImages.push(...placed(pictures).map((image) => ({ ...image, themeId })));
  });
  return rows;
}
