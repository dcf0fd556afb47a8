import { expect, it } from 'vitest';
import { png } from '#tests/support/png';
import { dataOf, desk, INVALID, NOT_FOUND, send } from '../shop.ts';

export function settings() {
  it('are read and changed', async () => {
    expect(dataOf(await desk('GET', '/admin/analytics/dashboard?days=7')).trend).toHaveLength(7);
    const before = dataOf(await desk('GET', '/admin/settings/shop'));
    const changed = await desk('PUT', '/admin/settings/shop', { ...before, tagline: 'New words' });
    expect(dataOf(changed).tagline).toBe('New words');
    expect(dataOf(await send('GET', '/shop')).tagline).toBe('New words');
    const payments = dataOf(await desk('GET', '/admin/settings/payments'));
    expect(dataOf(await desk('PUT', '/admin/settings/payments', payments))).toEqual(payments);
  });

  it('hold the picture of the shop', async () => {
    const set = (content: Uint8Array<ArrayBuffer>) => {
      const form = new FormData();
      form.set('file', new Blob([content], { type: 'image/png' }), 'shop.png');
      return desk('PUT', '/admin/settings/shop/picture', form);
    };
    const before = dataOf(await desk('GET', '/admin/settings/shop')).hero_media_id;
    const { id } = dataOf(await set(await png()));
    expect(id).not.toBe(before);
    expect(dataOf(await desk('GET', '/admin/settings/shop')).hero_media_id).toBe(id);
    expect(await set(new TextEncoder().encode('<svg/>'))).toMatchObject({ status: 415, code: 'FILE_001' });
    expect((await desk('DELETE', '/admin/settings/shop/picture')).status).toBe(204);
    expect(dataOf(await desk('GET', '/admin/settings/shop')).hero_media_id).toBeNull();
  });

  it('are refused where they make no sense', async () => {
    expect(await desk('GET', '/admin/analytics/dashboard?days=6')).toMatchObject(INVALID);
    expect(await desk('PUT', '/admin/settings/shop', { name: '' })).toMatchObject(INVALID);
    expect(await desk('GET', '/admin/settings/weather')).toMatchObject(NOT_FOUND);
    expect(await desk('PUT', '/admin/settings/weather', {})).toMatchObject(NOT_FOUND);
  });
}
