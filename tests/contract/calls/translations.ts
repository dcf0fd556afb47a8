import { expect, it } from 'vitest';
import { dataOf, desk, INVALID, MALFORMED, newProduct, nobody, send } from '../shop.ts';

export function translations() {
  it('are listed with their source, written, and removed', async () => {
    const { id, name } = await newProduct();
    const row = { content_type: 'product', object_id: id, language_code: 'ro', field_name: 'name' };
    const mine = `/admin/translations?object_id=${id}&language_code=ro`;
    const listed = await desk('GET', mine);
    expect(dataOf(listed)).toMatchObject([{ ...row, source_text: name, translated_text: null, is_out_of_date: false }]);
    expect(listed.meta).toMatchObject({ total: 1, completeness: [{ language_code: 'ro' }, { language_code: 'de' }] });
    const { source_hash } = dataOf(listed)[0];
    const write = (translated_text: string, more: Record<string, unknown> = {}) =>
      desk('PUT', '/admin/translations', { rows: [{ ...row, translated_text, source_hash, ...more }] });
    const [saved] = dataOf(await write('Pâine', { seen: null })).rows;
    expect(saved).toMatchObject({ translated_text: 'Pâine', is_out_of_date: false });
    expect(await write('Altă pâine', { seen: null })).toMatchObject({ status: 412, code: 'REQ_002' });
    expect(dataOf(await desk('GET', `${mine}&state=complete`))).toHaveLength(1);
    expect(dataOf(await write('', { seen: saved.updated_at })).rows[0].translated_text).toBeNull();
    expect(dataOf(await desk('GET', `${mine}&state=complete`))).toEqual([]);
  });

  it('are refused where they are of nothing', async () => {
    const row = { content_type: 'product', object_id: nobody(), language_code: 'ro', field_name: 'name' };
    const write = (more: Record<string, unknown>) =>
      desk('PUT', '/admin/translations', { rows: [{ ...row, translated_text: 'Pâine', ...more }] });
    expect(await write({})).toMatchObject(INVALID);
    expect(await write({ field_name: 'slug' })).toMatchObject(INVALID);
    expect(await write({ language_code: 'xx' })).toMatchObject(INVALID);
    expect(await desk('GET', '/admin/translations?state=loud')).toMatchObject(MALFORMED);
    expect(await send('GET', '/admin/translations')).toMatchObject({ status: 401 });
  });
}
