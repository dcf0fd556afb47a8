import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { updateProduct } from '#lib/catalog/commands';
import { saveTranslations } from '#lib/content/commands';
import { getCompleteness, getTranslatable, listTranslatables, listTranslations } from '#lib/content/queries';
import { momentAt } from '#lib/time';
import { close, makePlace, makeZone, ZONE } from '#tests/factories/promise';
import { setSetting, staffMember } from '#tests/factories/shop';
import { all, describedProduct, rows, some, speak } from '#tests/factories/translations';
import { refusal } from '#tests/support/refusal';

beforeEach(() => speak('ro', 'de'));

describe('how far a language is', () => {
  it('is told per thing, found by state, and walked through', async () => {
    const ctx = await staffMember('staff');
    const word = `Zz${newId().slice(-8)}`;
    const [a, b, c] = [
      await describedProduct({ name: `${word} a` }),
      await describedProduct({ name: `${word} b`, description: null }),
      await describedProduct({ name: `${word} c` }),
    ];
    const name = ({ id }: { id: string }) => ({ object_id: id });
    const description = { field_name: 'description', translated_text: 'Acru.' };
    const title = { content_type: 'variant', field_name: 'title', translated_text: 'Mare' };
    await saveTranslations(
      ctx,
      rows(name(a), { ...name(a), ...description }, { object_id: a.variantId, ...title }, name(b)),
    );
    await updateProduct(ctx, { id: b.id, name: `${word} bb` });
    const names = async (more: Record<string, unknown>) =>
      (await listTranslatables(ctx, some({ q: word, ...more }))).items.map(({ name: one }) => one.slice(-2).trim());
    const found = await listTranslatables(ctx, some({ q: word }));
    expect(found.total).toBe(3);
    expect(found.items[0]).toMatchObject({
      kind: 'product',
      id: a.id,
      languages: [
        { language_code: 'ro', fields: 3, translated: 3, out_of_date: 0 },
        { language_code: 'de', fields: 3, translated: 0, out_of_date: 0 },
      ],
    });
    expect(found.items[1]?.languages[0]).toEqual({ language_code: 'ro', fields: 2, translated: 1, out_of_date: 1 });
    expect(await names({ state: 'complete', language: 'ro' })).toEqual(['a']);
    expect(await names({ state: 'complete' })).toEqual([]);
    expect(await names({ state: 'out_of_date' })).toEqual(['bb']);
    expect(await names({ state: 'missing', language: 'ro' })).toEqual(['bb', 'c']);
    expect(await names({ state: 'open', language: 'de' })).toEqual(['a', 'bb', 'c']);
    const first = await listTranslatables(ctx, some({ q: word, limit: 2, state: 'open' }));
    expect(first).toMatchObject({ total: 3, total_exact: true, pages: 2 });
    expect(await names({ limit: 2, state: 'open', cursor: first.next_cursor })).toEqual(['c']);
    expect(await names({ limit: 2, state: 'open', page: 2 })).toEqual(['c']);
    const next = await getTranslatable(ctx, { kind: 'product', id: b.id, language: 'ro' });
    expect(next?.neighbors.next).toBe(c.id);
    expect((await getTranslatable(ctx, { kind: 'product', id: c.id, language: 'ro' }))?.neighbors.previous).toBe(b.id);
    const cursor = { cursor: 'nonsense' };
    expect(await refusal(listTranslatables(ctx, some(cursor)))).toMatchObject({ code: 'REQ_001' });
    expect(await refusal(listTranslations(ctx, all(cursor)))).toMatchObject({ code: 'REQ_001' });
  });

  it('is summed up, and nothing where the shop speaks one language', async () => {
    const ctx = await staffMember('staff');
    const { id } = await describedProduct();
    const before = await getCompleteness(ctx);
    await saveTranslations(ctx, rows({ object_id: id }));
    const after = await getCompleteness(ctx);
    const romanian = ({ completeness }: typeof after) => completeness.find((one) => one.language_code === 'ro');
    expect(after.completeness.map((one) => one.language_code)).toEqual(['ro', 'de']);
    expect(after.completeness_exact).toBe(true);
    expect(romanian(after)?.fields).toBe(romanian(before)?.fields);
    expect((romanian(after)?.translated ?? 0) - (romanian(before)?.translated ?? 0)).toBe(1);
    expect(romanian(after)?.kinds.reduce((sum, { fields }) => sum + fields, 0)).toBe(romanian(after)?.fields);
    await speak();
    expect((await getCompleteness(ctx)).completeness).toEqual([]);
    expect((await listTranslations(ctx, all({}))).items).toEqual([]);
    expect((await listTranslatables(ctx, some({}))).items[0]?.languages).toEqual([]);
  });

  it('lists every field of every kind once, page by page', async () => {
    const ctx = await staffMember('staff', { now: momentAt('2031-03-05', '10:00', ZONE) });
    const { locationId } = await makePlace();
    await makeZone(locationId, '10');
    await close('2031-03-06 00:00', '2031-03-07 00:00', 'Gone fishing.');
    const replies = ['Hours', 'Parking'].map((title) => ({ title, text: `${title}?` }));
    await setSetting('chat', { greeting: 'Ask away.', replies });
    const whole = (await listTranslations(ctx, all({ limit: 100 }))).total;
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listTranslations(ctx, all({ limit: 7, cursor }));
      found.push(
        ...page.items.map((row) => `${row.content_type} ${row.object_id} ${row.field_name} ${row.language_code}`),
      );
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(found).size).toBe(found.length);
    expect(found).toHaveLength(whole);
    const kinds = ['product', 'location', 'zone', 'closure', 'payment_option', 'reply', 'shop'];
    expect([...new Set(found.map((key) => key.split(' ')[0]))]).toEqual(expect.arrayContaining(kinds));
    const second = await listTranslations(ctx, all({ limit: 7, page: 2 }));
    expect(second.items.map(({ object_id }) => object_id)).toEqual(found.slice(7, 14).map((key) => key.split(' ')[1]));
    expect(second.completeness.map(({ language_code }) => language_code)).toEqual(['ro', 'de']);
    const todo = await listTranslations(ctx, all({ state: 'missing', language_code: 'de', limit: 100 }));
    expect(todo.items.every((row) => row.translated_text === null && row.language_code === 'de')).toBe(true);
  });
});
