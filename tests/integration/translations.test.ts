import { desc, eq, like, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { auditLog } from '#db/schema/audit';
import { testimonials } from '#db/schema/content';
import { archiveProduct, updateProduct } from '#lib/catalog/commands';
import { saveTranslations } from '#lib/content/commands';
import { getCompleteness, getTranslatable, listTranslatables, listTranslations } from '#lib/content/queries';
import type { TranslatedKind } from '#lib/content/translation-rules';
import { database } from '#lib/database';
import { createPackage, updatePackage } from '#lib/events/commands';
import { createPackageInput, updatePackageInput } from '#lib/events/package-input';
import { SHOP_CONTENT } from '#lib/i18n/content-fields';
import { sourceHash, sourceHashOf } from '#lib/i18n/source-hash';
import { momentAt } from '#lib/time';
import { clearPlaces, close, makePlace, makeZone, ZONE } from '#tests/factories/promise';
import { setSetting, staffMember, visitor } from '#tests/factories/shop';
import { all, describedProduct, into, kept, type Row, rows, some, speak } from '#tests/factories/translations';
import { refusal } from '#tests/support/refusal';

const { db } = database();

beforeEach(() => speak('ro', 'de'));

describe('a translation', () => {
  it('is written, rewritten and removed, and expires what shows it', async () => {
    const ctx = await staffMember('staff');
    const { id } = await describedProduct();
    const { rows: saved } = await saveTranslations(ctx, rows({ object_id: id }));
    expect(saved).toEqual([
      {
        ...into({ object_id: id }),
        source_text: 'Rye',
        source_hash: sourceHash('Rye'),
        image_url: null,
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
    const { id, variantId } = await describedProduct();
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
      name: 'Korn',
      texts: [{ field_name: 'tagline', translated_text: 'Pâine cu timp' }, { field_name: 'about' }],
    });
  });

  it('is of where and when the shop delivers, how it is paid, and what it answers', async () => {
    const now = momentAt('2031-03-05', '10:00', ZONE);
    const ctx = await staffMember('staff', { now });
    const { locationId } = await makePlace();
    const zone = await makeZone(locationId, '10');
    const closure = await close('2031-03-06 00:00', '2031-03-08 00:00', 'Gone fishing.');
    const [silent, past] = [
      await close('2031-03-09 00:00', '2031-03-10 00:00'),
      await close('2031-03-01 00:00', '2031-03-02 00:00', 'Spring cleaning.'),
    ];
    const [way, reply] = [newId(), newId()];
    await setSetting('payments', {
      options: [{ id: way, method: 'cash', title: 'Cash', instructions: 'In coins.', delivery_types: ['pickup'] }],
    });
    await setSetting('chat', { greeting: 'Ask away.', replies: [{ id: reply, title: 'Hours', text: 'From six.' }] });
    const said = [
      { object_id: zone, content_type: 'zone', field_name: 'name' },
      { object_id: closure, content_type: 'closure', field_name: 'public_message' },
      { object_id: way, content_type: 'payment_option', field_name: 'instructions' },
      { object_id: reply, content_type: 'reply', field_name: 'text' },
      { object_id: SHOP_CONTENT, content_type: 'shop', field_name: 'greeting' },
    ];
    const { rows: saved } = await saveTranslations(ctx, rows(...said));
    const sources = ['Zone 10', 'Gone fishing.', 'In coins.', 'From six.', 'Ask away.'];
    expect(saved.map(({ source_text }) => source_text)).toEqual(sources);
    expect(new Set(ctx.expired)).toEqual(new Set(['shop', 'stock', 'catalog']));
    for (const [at, { content_type: kind, object_id, field_name }] of said.entries()) {
      const asked = { content_type: kind, object_id, language_code: 'ro', state: 'complete' };
      const found = (await listTranslations(ctx, all(asked))).items.filter((row) => row.field_name === field_name);
      expect(found).toMatchObject([{ source_text: sources[at], translated_text: 'Pâine de secară' }]);
    }
    const one = async (kind: TranslatedKind, id: string) => getTranslatable(ctx, { kind, id, language: 'ro' });
    expect(await one('closure', closure)).toMatchObject({ name: '2031-03-06/2031-03-07', texts: [{}] });
    expect(await one('payment_option', way)).toMatchObject({ name: 'Cash', texts: [{ translated_text: null }, {}] });
    expect(await one('reply', reply)).toMatchObject({ name: 'Hours', texts: [{ field_name: 'text' }] });
    // Nobody reads of what is over, or of what says nothing.
    expect([await one('closure', silent), await one('closure', past)]).toEqual([null, null]);
    const listed = await listTranslatables(
      ctx,
      some({ kind: 'closure', q: 'fish', state: 'complete', language: 'ro' }),
    );
    expect(listed.items.map(({ id }) => id)).toEqual([closure]);
    expect((await getCompleteness(ctx)).completeness[0]?.kinds).toContainEqual({
      kind: 'closure',
      fields: 1,
      translated: 1,
      out_of_date: 0,
    });
    const told = await db
      .select()
      .from(auditLog)
      .where(like(auditLog.action, '%.translated'))
      .orderBy(desc(auditLog.at));
    const names = told.slice(0, 5).map(({ entity, entityId }) => (entity === 'setting' ? entityId : entity));
    expect(names.sort()).toEqual(['chat', 'closure', 'payments', 'shop', 'zone']);
    await clearPlaces();
    expect([await kept(zone), await kept(closure)]).toEqual([[], []]);
  });

  it('is refused where it is a translation of nothing', async () => {
    const ctx = await staffMember('staff');
    const { id } = await describedProduct({ ingredients: null });
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
    const lines = { object_id: id, field_name: 'attributes', translated_text: 'închisă' };
    expect(() => rows(lines)).toThrow('a line for each');
    expect(() => rows({ object_id: id, field_name: 'constructor' })).toThrow('name, description');
    await archiveProduct(ctx, { id });
    expect(await fields({ object_id: id })).toEqual(['rows.0.object_id']);
    expect(await kept(id)).toEqual([]);
  });

  it('is of what is good to know of a product, line by line', async () => {
    const ctx = await staffMember('staff');
    const { id } = await describedProduct({ attributes: { Crust: 'dark', Keeps: 'long' } });
    const lines = { object_id: id, field_name: 'attributes', translated_text: 'Coajă: închisă\nSe păstrează: mult' };
    const { rows: saved } = await saveTranslations(ctx, rows(lines));
    expect(saved).toMatchObject([{ source_text: 'Crust: dark\nKeeps: long', is_out_of_date: false }]);
    await updateProduct(ctx, { id, attributes: { Crust: 'dark' } });
    const asked = all({ object_id: id, language_code: 'ro', state: 'out_of_date' });
    expect((await listTranslations(ctx, asked)).items).toMatchObject([{ source_text: 'Crust: dark' }]);
  });

  it('is out of date once its source is rewritten, until somebody says that it is still right', async () => {
    const ctx = await staffMember('staff');
    const { id } = await describedProduct();
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
    const { id } = await describedProduct();
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
    const { id } = await describedProduct();
    const staff = await Promise.all([1, 2, 3, 4, 5, 6].map(() => staffMember('staff')));
    const outcomes = await Promise.allSettled(
      staff.map((ctx, at) => saveTranslations(ctx, rows({ object_id: id, translated_text: `Nr. ${at}`, seen: null }))),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await kept(id)).toHaveLength(1);
  });

  it('is for staff', async () => {
    const { id } = await describedProduct();
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
