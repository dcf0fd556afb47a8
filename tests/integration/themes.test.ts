import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import {
  createTestimonial,
  removeTestimonialPicture,
  setTestimonialPicture,
  updateTestimonial,
} from '#lib/content/commands';
import { listTestimonials } from '#lib/content/queries';
import { database } from '#lib/database';
import { env } from '#lib/env';
import {
  addPackageImage,
  addThemeImage,
  archivePackage,
  archiveTheme,
  createPackage,
  createTheme,
  describeThemeImage,
  orderThemeImages,
  orderThemes,
  removePackageImage,
  removeThemeImage,
  restoreTheme,
  updateTheme,
} from '#lib/events/commands';
import { createPackageInput } from '#lib/events/package-input';
import { getPackage, getTheme, listDeskThemes, listThemes } from '#lib/events/queries';
import { createThemeInput } from '#lib/events/theme-input';
import { staffMember, visitor } from '#tests/factories/shop';
import { png } from '#tests/support/png';
import { refusal } from '#tests/support/refusal';

const made = (name = `Look ${crypto.randomUUID()}`) => createThemeInput.parse({ name });
const picture = async () => Buffer.from(await png(60, 40, 'teal'));

/** Rows and folders of pictures that are kept. */
async function keptPictures() {
  const [media] = await database().db.execute(sql`select count(*)::int as rows from media`);
  const folder = join(env().DATA_DIR, 'media');
  await mkdir(folder, { recursive: true });
  return { rows: Number(media?.rows), folders: (await readdir(folder)).length };
}

describe('a theme', () => {
  it('is added, changed, refused where it is stale, archived and restored', async () => {
    const ctx = await staffMember('staff');
    const one = await createTheme(ctx, made('Midnight Garden'));
    expect(ctx.expired).toEqual(['content', 'shop']);
    expect(await getTheme(visitor(), 'midnight-garden')).toMatchObject({ id: one.id, gallery_images: [] });
    await updateTheme(ctx, { id: one.id, version: 1, description: 'Deep blue.' });
    expect(await refusal(updateTheme(ctx, { id: one.id, version: 1, name: 'Mine' }))).toMatchObject({
      code: 'REQ_002',
      details: { version: 2, changes: [{ version: 2, fields: ['description'], by: { kind: 'staff', name: 'Sam' } }] },
    });
    await archiveTheme(ctx, one);
    expect(await getTheme(visitor(), one.id)).toBeNull();
    expect((await listDeskThemes(ctx, { archived: true })).items.map(({ id }) => id)).toContain(one.id);
    expect((await createTheme(ctx, made('Midnight Garden'))).slug).toBe('midnight-garden-2');
    expect(await restoreTheme(ctx, one)).toMatchObject({ description: 'Deep blue.', archived_at: null });
    expect(await refusal(createTheme(visitor(), made()))).toMatchObject({ code: 'AUTH_002' });
  });

  it('stands where staff put it', async () => {
    const ctx = await staffMember('staff');
    const ids: string[] = [];
    for (let at = 0; at < 3; at++) ids.push((await createTheme(ctx, made())).id);
    await orderThemes(ctx, { ids: [...ids].reverse() });
    const shown = (await listThemes(visitor())).items.map(({ id }) => id);
    expect(shown.filter((id) => ids.includes(id))).toEqual([...ids].reverse());
  });

  it('has at most twelve pictures in an order, which go with their files', async () => {
    const ctx = await staffMember('staff');
    const { id: theme_id } = await createTheme(ctx, made());
    const before = await keptPictures();
    const file = await picture();
    const ids: string[] = [];
    for (let at = 0; at < 12; at++) ids.push((await addThemeImage(ctx, { theme_id, alt: `${at}`, file })).id);
    expect(await refusal(addThemeImage(ctx, { theme_id, file }))).toMatchObject({
      fields: { file: ['A theme has at most twelve pictures.'] },
    });
    const ordered = await orderThemeImages(ctx, { theme_id, ids: ids.toReversed() });
    expect(ordered.map(({ alt }) => alt)).toEqual(Array.from({ length: 12 }, (_, at) => `${11 - at}`));
    await describeThemeImage(ctx, { theme_id, id: ids[11] ?? '', alt: 'The long table' });
    ctx.expired.length = 0;
    for (const id of ids.slice(1, 11)) await removeThemeImage(ctx, { theme_id, id });
    expect(ctx.expired).toContain('content');
    const shown = await getTheme(visitor(), theme_id);
    expect(shown?.gallery_images.map(({ alt }) => alt)).toEqual(['The long table', '0']);
    expect(shown?.image_url).toBe(shown?.gallery_images[0]?.url);
    expect(await keptPictures()).toEqual({ rows: before.rows + 2, folders: before.folders + 2 });
    const elsewhere = await createTheme(ctx, made());
    const foreign = removeThemeImage(ctx, { theme_id: elsewhere.id, id: ids[0] ?? '' });
    expect(await refusal(foreign)).toMatchObject({ code: 'DB_002' });
  });
});

it('a package has at most five pictures, and an archived one takes none', async () => {
  const ctx = await staffMember('staff');
  const { id: package_id } = await createPackage(ctx, createPackageInput.parse({ name: 'Pictured', price: 1 }));
  const before = await keptPictures();
  const file = await picture();
  const ids: string[] = [];
  for (let at = 0; at < 5; at++) ids.push((await addPackageImage(ctx, { package_id, file })).id);
  expect(await refusal(addPackageImage(ctx, { package_id, file }))).toMatchObject({
    fields: { file: ['A package has at most five pictures.'] },
  });
  await removePackageImage(ctx, { package_id, id: ids[0] ?? '' });
  expect((await getPackage(visitor(), package_id))?.images.map(({ id }) => id)).toEqual(ids.slice(1));
  expect(await refusal(addPackageImage(ctx, { package_id, file: Buffer.from('<svg/>') }))).toMatchObject({
    code: 'FILE_001',
  });
  await archivePackage(ctx, { id: package_id });
  expect(await refusal(addPackageImage(ctx, { package_id, file }))).toMatchObject({ code: 'DB_002' });
  expect(await keptPictures()).toEqual({ rows: before.rows + 4, folders: before.folders + 4 });
});

it('a testimonial has one picture: another takes its place, and its files go with it', async () => {
  const ctx = await staffMember('staff');
  const said = { name: 'Ana P.', message: 'They moved the sky.', rating: 5, status: 'published' } as const;
  const { id, image_url } = await createTestimonial(ctx, said);
  expect(image_url).toBeNull();
  const before = await keptPictures();
  const first = await setTestimonialPicture(ctx, { testimonial_id: id, file: await picture(), alt: 'Ana' });
  expect(first.image).toMatchObject({ alt: 'Ana', width: 60 });
  ctx.expired.length = 0;
  const second = await setTestimonialPicture(ctx, { testimonial_id: id, file: await picture() });
  expect(ctx.expired).toEqual(['content']);
  expect(second.image_url).not.toBe(first.image_url);
  // Its words are changed without it.
  expect(await updateTestimonial(ctx, { id, rating: 4 })).toMatchObject({ image_url: second.image_url });
  const shown = (await listTestimonials(visitor())).items.find((one) => one.id === id);
  expect(shown?.image_url).toBe(second.image_url);
  expect(await keptPictures()).toEqual({ rows: before.rows + 1, folders: before.folders + 1 });
  await removeTestimonialPicture(ctx, { id });
  expect(await keptPictures()).toEqual(before);
  const file = await picture();
  expect(await refusal(setTestimonialPicture(visitor(), { testimonial_id: id, file }))).toMatchObject({
    code: 'AUTH_002',
  });
  const nobody = setTestimonialPicture(ctx, { testimonial_id: crypto.randomUUID(), file });
  expect(await refusal(nobody)).toMatchObject({ code: 'DB_002' });
});
