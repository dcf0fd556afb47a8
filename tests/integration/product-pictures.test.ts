import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { addProductImage, describeProductImage, orderProductImages, removeProductImage } from '#lib/catalog/commands';
import { getProduct } from '#lib/catalog/queries';
import { database } from '#lib/database';
import { env } from '#lib/env';
import { contextOf, makeProduct, visitor } from '#tests/factories/shop';
import { png } from '#tests/support/png';

const desk = contextOf({ kind: 'system', name: 'test' });

describe('pictures of a product', () => {
  it('are at most five, ordered, described and removed with their files', async () => {
    const { productId: product_id } = await makeProduct({}, { name: 'Pictured', slug: 'pictured' });
    const file = Buffer.from(await png(260, 200, 'teal'));
    const ids: string[] = [];
    for (const alt of ['a', 'b', 'c', 'd', 'e']) ids.push((await addProductImage(desk, { product_id, alt, file })).id);
    await expect(addProductImage(desk, { product_id, file })).rejects.toMatchObject({
      fields: { file: [expect.any(String)] },
    });
    const ordered = await orderProductImages(desk, { product_id, ids: ids.toReversed() });
    expect(ordered.map((image) => image.alt).join('')).toBe('edcba');
    await expect(orderProductImages(desk, { product_id, ids: ids.slice(1) })).rejects.toMatchObject({
      code: 'VALIDATION_ERROR',
    });
    expect(await describeProductImage(desk, { product_id, id: ids[0] ?? '', alt: 'first' })).toMatchObject({
      alt: 'first',
    });
    await removeProductImage(desk, { product_id, id: ids[4] ?? '' });
    expect((await getProduct(visitor(), product_id))?.images.map((image) => image.alt)).toEqual([
      'd',
      'c',
      'b',
      'first',
    ]);
    const [media] = await database().db.execute(sql`select count(*)::int as rows from media`);
    expect(media?.rows).toBe(4);
    expect(await readdir(join(env().DATA_DIR, 'media'))).toHaveLength(4);
  });
});
