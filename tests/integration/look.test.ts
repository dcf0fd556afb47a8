import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { env } from '#lib/env';
import { amendSetting, removeShopPicture, setShopPicture } from '#lib/settings/commands';
import { getSettings } from '#lib/settings/queries';
import { setSetting, staffMember } from '#tests/factories/shop';
import { png } from '#tests/support/png';
import { refusal } from '#tests/support/refusal';

it('changes the part that is named, also when two admins change two parts at once', async () => {
  const ctx = await staffMember('admin');
  await setSetting('shop', { name: 'Korn', look: 'bakery' });
  await Promise.all([
    amendSetting(ctx, { key: 'shop', value: { look: 'farm' } }),
    amendSetting(ctx, { key: 'shop', value: { tagline: 'Bread with time' } }),
  ]);
  expect((await getSettings(ctx)).shop).toMatchObject({ name: 'Korn', look: 'farm', tagline: 'Bread with time' });
  expect(await refusal(amendSetting(ctx, { key: 'shop', value: { look: 'neon' } }))).toMatchObject({
    code: 'VALIDATION_ERROR',
  });
  expect((await getSettings(ctx)).shop.look).toBe('farm');
});

it('keeps one picture of the shop and the files of no other', async () => {
  const ctx = await staffMember('admin');
  const files = () => readdir(join(env().DATA_DIR, 'media'));
  const file = Buffer.from(await png(260, 200));
  await setShopPicture(ctx, { file });
  const { id } = await setShopPicture(ctx, { file, alt: 'Loaves' });
  expect((await getSettings(ctx)).shop.hero_media_id).toBe(id);
  expect(await files()).toHaveLength(1);
  expect(await refusal(setShopPicture(ctx, { file: Buffer.from('<svg/>') }))).toMatchObject({ code: 'FILE_001' });
  expect(await files()).toHaveLength(1);
  await removeShopPicture(ctx);
  expect(await files()).toHaveLength(0);
});
