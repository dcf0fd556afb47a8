import { desc, eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { auditLog } from '#db/schema/audit';
import type { products } from '#db/schema/catalog';
import { testimonials, translations } from '#db/schema/content';
import { archiveProduct, updateProduct } from '#lib/catalog/commands';
import { saveTranslations } from '#lib/content/commands';
import { getCompleteness, getTranslatable, listTranslatables, listTranslations } from '#lib/content/queries';
import { listTranslatablesInput, listTranslationsInput, saveTranslationsInput } from '#lib/content/translation-input';
import { database } from '#lib/database';
import { createPackage, updatePackage } from '#lib/events/commands';
import { createPackageInput, updatePackageInput } from '#lib/events/package-input';
import { SHOP_CONTENT } from '#lib/i18n/content-fields';
import { sourceHash, sourceHashOf } from '#lib/i18n/source-hash';
import { makeProduct, setSetting, staffMember, visitor } from '#tests/factories/shop';
import { refusal } from '#tests/support/refusal';

const { db } = database();

type Row = Record<string, unknown> & { object_id: string };
const into = (row: Row) => ({
  content_type: 'product',
  language_code: 'ro',
  field_name: 'name',
  translated_text: 'Pâine de secară',
  ...row,
});
const rows = (...list: Row[]) => saveTranslationsInput.parse({ rows: list.map(into) });
const all = (more: Record<string, unknown>) => listTranslationsInput.parse(more);
const some = (more: Record<string, unknown>) => listTranslatablesInput.parse(more);

const kept = (id: string) => db.select().from(translations).where(eq(translations.objectId, id));

async function product(more: Partial<typeof products.$inferInsert> = {}) {
  const { productId, variantId } = await makeProduct({ title: 'Large' }, { description: 'Dark and sour.', ...more });
  return { id: productId, variantId };
}

beforeEach(async () => {
  await setSetting('shop', { name: 'Mill', tagline: 'Bread with time', locale: 'en-IE', languages: ['ro', 'de'] });
});

describe('a translation', () => {
  it('is written, rewritten and removed, and expires what shows it', async () => {
    const ctx = await staffMember('staff');
    const { id } = await product();
    const { rows: saved } = await saveTranslations(ctx, rows({ object_id: id }));
    expect(saved).toEqual([
      {
        ...into({ object_id: id }),
        source_text: 'Rye',
        source_hash: sourceHash('Rye'),
        is_out_of_date: false,
        updated_at: expect.any(String),
      },
    ]);
    expect(ctx.expired).toEqual(['catalog', 'stock']);
    await saveTranslations(ctx, rows({ object_id: id, translated_text: ' Secară ' }));
    expect(await kept(id)).toMatchObject([{ translatedText: 'Secară', sourceHash: sourceHash('Rye') }]);
    await saveTranslations(ctx, rows({ object_id: id, translated_text: '  ' }));
    expect(await kept(id)).toEqual([]);
    const said = await db.select().from(auditLog).where(eq(auditLog.entityId, id)).orderBy(desc(auditLog.at));
    expect(said.map(({ action, changes }) => ({ action, changes }))).toEqual([
      { action: 'product.translated', changes: { after: { language: 'ro', fields: [], removed: ['name'] } } },
      { action: 'product.translated', changes: { after: { language: 'ro', fields: ['name'] } } },
      { action: 'product.translated', changes: { after: { language: 'ro', fields: ['name'] } } },
    ]);
  });

  it('reckons the hash of a source as the database does', async () => {
    for (const text of ['', 'Brot', 'Pâine cu țelină', '麺包']) {
      const [row] = await db.execute<{ hash: string }>(sql`select ${sourceHashOf(sql`${text}::text`)} as hash`);
      expect(row?.hash).toBe(sourceHash(text));
    }
    expect(sourceHash(null)).toBe(sourceHash(''));
  });

  it('is of every kind of content, the words of the shop among them', async () => {
    const ctx = await staffMember('staff');
    const { id, variantId } = await product();
    const one = await createPackage(
      ctx,
      createPackageInput.parse({ name: 'Set', price: 10, included_items: ['Arch'] }),
    );
    ctx.expired.length = 0;
    const { rows: saved } = await saveTranslations(
      ctx,
      rows(
        { object_id: variantId, content_type: 'variant', field_name: 'title', translated_text: 'Mare' },
        { object_id: one.items[0]?.id ?? '', content_type: 'package_item', field_name: 'label' },
        { object_id: SHOP_CONTENT, content_type: 'shop', field_name: 'tagline', translated_text: 'Pâine cu timp' },
      ),
    );
    expect(saved.map(({ source_text }) => source_text)).toEqual(['Large', 'Arch', 'Bread with time']);
    expect(new Set(ctx.expired)).toEqual(new Set(['catalog', 'stock', 'content', 'shop']));
    expect(await getTranslatable(ctx, { kind: 'product', id, language: 'ro' })).toMatchObject({
      texts: [
        { content_type: 'product', field_name: 'name', translated_text: null },
        { content_type: 'product', field_name: 'description', translated_text: null },
        { content_type: 'variant', object_id: variantId, field_name: 'title', translated_text: 'Mare' },
      ],
    });
    expect(await getTranslatable(ctx, { kind: 'shop', id: SHOP_CONTENT, language: 'ro' })).toMatchObject({
      name: 'Mill',
      texts: [{ field_name: 'tagline', translated_text: 'Pâine cu timp' }],
    });
  });

  it('is refused where it is a translation of nothing', async () => {
    const ctx = await staffMember('staff');
    const { id } = await product({ ingredients: null });
    const refused = async (row: Row) => (await refusal(saveTranslations(ctx, rows(row)))) as { fields?: unknown };
    const fields = async (row: Row) => Object.keys((await refused(row)).fields ?? {});
    expect(await fields({ object_id: newId() })).toEqual(['rows.0.object_id']);
    expect(await fields({ object_id: id, language_code: 'en' })).toEqual(['rows.0.language_code']);
    expect(await fields({ object_id: id, field_name: 'ingredients' })).toEqual(['rows.0.translated_text']);
    await setSetting('shop', { name: 'Mill', locale: 'en-IE', languages: ['ro'] });
    expect(await fields({ object_id: id, language_code: 'de' })).toEqual(['rows.0.language_code']);
    const twice = saveTranslations(ctx, rows({ object_id: id }, { object_id: id }));
    expect(await refusal(twice)).toMatchObject({ fields: { 'rows.1.field_name': [expect.any(String)] } });
    expect(() => rows({ object_id: id, translated_text: 'x'.repeat(201) })).toThrow('200');
    expect(() => rows({ object_id: id, field_name: 'slug' })).toThrow('name, description');
    expect(() => rows({ object_id: id, field_name: 'constructor' })).toThrow('name, description');
    await archiveProduct(ctx, { id });
    expect(await fields({ object_id: id })).toEqual(['rows.0.object_id']);
    expect(await kept(id)).toEqual([]);
  });

  it('is out of date once its source is rewritten, until somebody says that it is still right', async () => {
    const ctx = await staffMember('staff');
    const { id } = await product();
    await saveTranslations(ctx, rows({ object_id: id }));
    await updateProduct(ctx, { id, name: 'Dark rye' });
    const list = async () => (await listTranslations(ctx, all({ object_id: id, language_code: 'ro' }))).items;
    expect(await list()).toMatchObject([{ is_out_of_date: true, source_text: 'Dark rye' }, { translated_text: null }]);
    // Made of the old text by somebody whose page was older still.
    await saveTranslations(ctx, rows({ object_id: id, translated_text: 'Veche', source_hash: sourceHash('Rye') }));
    expect(await list()).toMatchObject([{ is_out_of_date: true, translated_text: 'Veche' }, {}]);
    await saveTranslations(ctx, rows({ object_id: id, translated_text: 'Veche', source_hash: sourceHash('Dark rye') }));
    expect(await list()).toMatchObject([{ is_out_of_date: false, translated_text: 'Veche' }, {}]);
  });

  it('is not overwritten by whoever did not see it', async () => {
    const [mine, theirs] = [await staffMember('staff'), await staffMember('staff')];
    const { id } = await product();
    const first = await saveTranslations(theirs, rows({ object_id: id, seen: null }));
    const stale = await refusal(saveTranslations(mine, rows({ object_id: id, translated_text: 'A mea', seen: null })));
    expect(stale).toMatchObject({
      code: 'REQ_002',
      details: {
        rows: [{ object_id: id, field_name: 'name', updated_at: first.rows[0]?.updated_at }],
        change: { at: expect.any(String), by: { kind: 'staff', name: 'Sam' } },
      },
    });
    expect(await kept(id)).toMatchObject([{ translatedText: 'Pâine de secară' }]);
    const seen = first.rows[0]?.updated_at;
    await saveTranslations(mine, rows({ object_id: id, translated_text: 'A mea', seen }));
    expect(await kept(id)).toMatchObject([{ translatedText: 'A mea' }]);
  });

  it('is written once by many at a time', async () => {
    const { id } = await product();
    const staff = await Promise.all([1, 2, 3, 4, 5, 6].map(() => staffMember('staff')));
    const outcomes = await Promise.allSettled(
      staff.map((ctx, at) => saveTranslations(ctx, rows({ object_id: id, translated_text: `Nr. ${at}`, seen: null }))),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await kept(id)).toHaveLength(1);
  });

  it('is for staff', async () => {
    const { id } = await product();
    const outside = visitor();
    const asked = { kind: 'product', id, language: 'ro' } as const;
    for (const work of [
      saveTranslations(outside, rows({ object_id: id })),
      listTranslations(outside, all({})),
      listTranslatables(outside, some({})),
      getTranslatable(outside, asked),
      getCompleteness(outside),
    ]) {
      expect(await refusal(work)).toMatchObject({ code: 'AUTH_002' });
    }
  });
});

describe('what is deleted', () => {
  it('takes its translations along', async () => {
    const ctx = await staffMember('staff');
    const id = newId();
    await db.insert(testimonials).values({ id, name: 'Ana', message: 'Good.', rating: 5 });
    const said = { object_id: id, content_type: 'testimonial', field_name: 'message', translated_text: 'Bun.' };
    await saveTranslations(ctx, rows(said));
    await db.delete(testimonials).where(eq(testimonials.id, id));
    expect(await kept(id)).toEqual([]);
  });

  it('is no line of a package that is only written anew', async () => {
    const ctx = await staffMember('staff');
    const made = { name: 'Set', price: 10, included_items: ['Arch', '8 × Chair', 'Table'] };
    const { id, items } = await createPackage(ctx, createPackageInput.parse(made));
    const label = (item: { id: string }) => ({ object_id: item.id, content_type: 'package_item', field_name: 'label' });
    await saveTranslations(ctx, rows(...items.map(label)));
    const [arch, chair, table] = items.map((item) => item.id);
    // One by its words, one rewritten by its id, one gone.
    const next = [{ id: table, label: 'Long table' }, '12 × Chair', 'Lamp'];
    const changed = await updatePackage(ctx, updatePackageInput.parse({ id, included_items: next }));
    expect(changed.items.map((item) => item.id)).toEqual([table, chair, expect.any(String)]);
    expect(await kept(table ?? '')).toHaveLength(1);
    expect(await kept(chair ?? '')).toHaveLength(1);
    expect(await kept(arch ?? '')).toEqual([]);
    const asked = all({ content_type: 'package_item', language_code: 'ro', object_id: table });
    expect((await listTranslations(ctx, asked)).items).toMatchObject([{ is_out_of_date: true }]);
    const foreign = updatePackageInput.parse({ id, included_items: [{ id: newId(), label: 'Lamp' }] });
    expect(await refusal(updatePackage(ctx, foreign))).toMatchObject({
      fields: { 'included_items.0.id': [expect.any(String)] },
    });
  });
});

describe('how far a language is', () => {
  it('is told per thing, found by state, and walked through', async () => {
    const ctx = await staffMember('staff');
    const word = `Zz${newId().slice(-8)}`;
    const [a, b, c] = [
      await product({ name: `${word} a` }),
      await product({ name: `${word} b`, description: null }),
      await product({ name: `${word} c` }),
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
    const { id } = await product();
    const before = await getCompleteness(ctx);
    await saveTranslations(ctx, rows({ object_id: id }));
    const after = await getCompleteness(ctx);
    const romanian = ({ completeness }: typeof after) => completeness.find((one) => one.language_code === 'ro');
    expect(after.completeness.map((one) => one.language_code)).toEqual(['ro', 'de']);
    expect(after.completeness_exact).toBe(true);
    expect(romanian(after)?.fields).toBe(romanian(before)?.fields);
    expect((romanian(after)?.translated ?? 0) - (romanian(before)?.translated ?? 0)).toBe(1);
    expect(romanian(after)?.kinds.reduce((sum, { fields }) => sum + fields, 0)).toBe(romanian(after)?.fields);
    await setSetting('shop', { name: 'Mill', locale: 'en-IE', languages: [] });
    expect((await getCompleteness(ctx)).completeness).toEqual([]);
    expect((await listTranslations(ctx, all({}))).items).toEqual([]);
    expect((await listTranslatables(ctx, some({}))).items[0]?.languages).toEqual([]);
  });

  it('lists every field of every kind once, page by page', async () => {
    const ctx = await staffMember('staff');
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
    const second = await listTranslations(ctx, all({ limit: 7, page: 2 }));
    expect(second.items.map(({ object_id }) => object_id)).toEqual(found.slice(7, 14).map((key) => key.split(' ')[1]));
    expect(second.completeness.map(({ language_code }) => language_code)).toEqual(['ro', 'de']);
    const todo = await listTranslations(ctx, all({ state: 'missing', language_code: 'de', limit: 100 }));
    expect(todo.items.every((row) => row.translated_text === null && row.language_code === 'de')).toBe(true);
  });
});
