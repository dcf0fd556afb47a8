import { expect, it } from 'vitest';
import { adjustStock } from '#lib/stock/commands';
import { makeProduct, staffMember } from '#tests/factories/shop';

it('does not grow without end, however often something is added', async () => {
  const { variantId: variant_id } = await makeProduct({ stockQuantity: 999_999_999 });
  const staff = await staffMember('staff');
  expect(await adjustStock(staff, { variant_id, delta: 1 })).toMatchObject({ stock_quantity: 1_000_000_000 });
  await expect(adjustStock(staff, { variant_id, delta: 1 })).rejects.toMatchObject({
    code: 'VALIDATION_ERROR',
    codes: { delta: ['VAL_003'] },
  });
});
