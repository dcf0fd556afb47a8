import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { auditLog } from '#db/schema/audit';
import { categories, products } from '#db/schema/catalog';
import { imports } from '#db/schema/imports';
import { stockMovements } from '#db/schema/stock';
import { database } from '#lib/database';
import { applyImport } from '#lib/imports/commands';
import { exportErrors } from '#lib/imports/queries';
import { importDesk, textOf, variantsOnFile } from '#tests/factories/imports';
import { makeProduct, outcome } from '#tests/factories/shop';

const desk = importDesk();

describe('a file of products', () => {
  const FILE =
    '\uFEFFArtikelnummer;Bezeichnung;Preis;Bestand;Kategorie;Farbe\r\nR-1;Rye;4,80;20;bread;dark\r\nR-2;"Spelt, ""old""";5;0;Bread;\r\n';

  it('changes nothing until it is applied; then stock has movements and everything an audit', async () => {
    const checked = await desk.check(FILE);
    expect(checked).toMatchObject({
      status: 'checked',
      rows: 2,
      to_create: 2,
      to_update: 0,
      unchanged: 0,
      wrong: 0,
      ignored_columns: ['Farbe'],
      errors: [],
    });
    expect(await variantsOnFile()).toEqual([]);
    const done = await desk.apply(checked.id);
    expect(done).toMatchObject({ status: 'done', done: 2, created: 2, updated: 0, failed: 0 });
    expect(await variantsOnFile()).toMatchObject([
      { sku: 'R-1', name: 'Rye', slug: 'rye', price: 480, stock: 20 },
      { sku: 'R-2', name: 'Spelt, "old"', price: 500, stock: 0 },
    ]);
    const moved = await database().db.select().from(stockMovements);
    expect(moved).toMatchObject([{ delta: 20, reason: 'receive' }]);
    expect(desk.admin().actor).toMatchObject({ kind: 'staff', userId: moved[0]?.userId });
    const told = await database().db.select().from(auditLog).where(eq(auditLog.requestId, checked.id));
    expect(told.map(({ action }) => action).sort()).toEqual([
      'import.done',
      'product.created',
      'product.created',
      'stock.adjusted',
    ]);
  });

  it('applied twice, or handed in twice, doubles nothing', async () => {
    const first = await desk.check(FILE);
    await desk.apply(first.id);
    expect(await outcome(applyImport(desk.admin(), { id: first.id }))).toBe('CONF_002');
    const again = await desk.check(FILE);
    expect(again).toMatchObject({ to_create: 0, to_update: 0, unchanged: 2 });
    expect(await desk.apply(again.id)).toMatchObject({ created: 0, updated: 0, done: 2 });
    expect(await variantsOnFile()).toHaveLength(2);
  });

  it('changes only what differs: empty leaves, a dash empties', async () => {
    const { slug, variantId } = await makeProduct(
      { sku: 'A-1', stockQuantity: 7 },
      { name: 'Old', description: 'Dark', ingredients: 'Rye' },
    );
    const file = 'sku,name,price,description,ingredients,stock\nA-1,New,,,-,9\n';
    const checked = await desk.check(file);
    expect(checked).toMatchObject({ to_update: 1, wrong: 0 });
    expect(await desk.apply(checked.id)).toMatchObject({ updated: 1 });
    const [row] = await database().db.select().from(products).where(eq(products.slug, slug));
    expect(row).toMatchObject({ name: 'New', description: 'Dark', ingredients: null });
    const [moved] = await database().db.select().from(stockMovements).where(eq(stockMovements.variantId, variantId));
    expect(moved).toMatchObject({ delta: 2, reason: 'count' });
    expect(await desk.check(file)).toMatchObject({ unchanged: 1 });
  });

  it('has a row for each variant', async () => {
    const file = 'sku,slug,name,variant,price\nL-1,loaf,Loaf,small,3\nL-2,loaf,Loaf,large,5\n';
    const checked = await desk.check(file);
    expect(await desk.apply(checked.id)).toMatchObject({ created: 2, failed: 0 });
    const rows = await variantsOnFile();
    expect(rows).toMatchObject([
      { slug: 'loaf', title: 'small', price: 300 },
      { slug: 'loaf', title: 'large', price: 500 },
    ]);
    expect(new Set(rows.map(({ productId }) => productId)).size).toBe(1);
    const more = await desk.check('sku,price\nL-2,6\n', { mode: 'update' });
    await desk.apply(more.id);
    expect((await variantsOnFile()).map(({ price }) => price)).toEqual([300, 600]);
  });

  it('is judged row by row, with the number, the column and the reason', async () => {
    await makeProduct({ sku: 'OLD' }, { archivedAt: new Date() });
    const { errors, ...checked } = await desk.check(
      [
        'sku,name,price,category,stock,slug',
        'A,Rye,4.80,Bread,1,',
        'B,Rye,1.234,Bread,1,',
        'C,,4,Cake,many,',
        'a,Rye again,4,,,',
        ',No number,4,,,',
        'OLD,Old,4,,,',
        'D,Bad,-1,,,Big Loaf',
        'E,Cake,4,Cake,,',
        'F,Rye,4,,,x,too many',
      ].join('\n'),
    );
    expect(checked).toMatchObject({ rows: 9, to_create: 1, wrong: 8, error_rows: 8 });
    expect(errors.map(({ row, field, code }) => `${row} ${field} ${code}`)).toEqual([
      '3 price VAL_002',
      '4 stock_quantity VAL_002',
      '5  CONF_001',
      '6 sku VAL_001',
      '7 sku CONF_002',
      '8 slug VAL_002',
      '8 price VAL_003',
      '9 category VAL_002',
      '10  VAL_002',
    ]);
    const file = await textOf(exportErrors(desk.admin(), { id: checked.id }));
    expect(file).toContain('sku,name,price,category,stock,slug,row,problem');
    expect(file).toContain('B,Rye,1.234,Bread,1,,3,');
    expect(await desk.apply(checked.id)).toMatchObject({ created: 1, failed: 0, wrong: 8 });
  });

  it('may not say two things of one product', async () => {
    const { errors } = await desk.check(
      'sku,slug,name,variant,price,active\nL-1,loaf,Loaf,small,3,yes\nL-2,loaf,Loaf,large,5,\nL-3,loaf,Other,huge,5,no\n',
    );
    expect(errors.map(({ row, field }) => `${row} ${field}`).sort()).toEqual(['4 active', '4 name']);
  });

  it('obeys its mode', async () => {
    await makeProduct({ sku: 'A' });
    const file = 'sku,name,price\nA,Rye,4\nB,Spelt,5\n';
    expect(await desk.check(file, { mode: 'create' })).toMatchObject({
      to_create: 1,
      wrong: 1,
      errors: [{ row: 2, code: 'CONF_001' }],
    });
    expect(await desk.check(file, { mode: 'update' })).toMatchObject({
      to_update: 1,
      wrong: 1,
      errors: [{ row: 3, code: 'DB_002' }],
    });
  });

  it.each([
    ['', /empty/],
    ['sku,name,price\n', /no rows below/],
    ['name,price\nRye,4\n', /sku or slug or id/],
    ['sku,Preis,price\nA,1,2\n', /Two columns mean the same \(price\): "Preis" and "price"/],
    ['sku,name\nA,"Rye\n', /never closed/],
    [`sku,${'x,'.repeat(300)}\nA\n`, /at most 250 columns/],
  ])('is refused as a whole where nothing could be told of its rows: %j', async (file, words) => {
    expect(await desk.refusal(file)).toMatch(words);
    expect(await database().db.select().from(imports)).toEqual([]);
  });

  it('names categories by their name or address; one that is not there is added only when the file may', async () => {
    const file =
      'sku,name,price,category\nA,Rye,4,bread\nB,Bun,1,Rolls and buns\nC,Roll,1,rolls and BUNS\nD,Jam,5,Jars\n';
    const { errors, ...strict } = await desk.check(file);
    expect(strict).toMatchObject({ to_create: 1, wrong: 3, create_categories: false });
    expect(errors.map(({ row, field }) => `${row} ${field}`)).toEqual(['3 category', '4 category', '5 category']);
    const checked = await desk.check(file, { create_categories: true });
    expect(checked).toMatchObject({ to_create: 4, wrong: 0, create_categories: true });
    // Nothing of it before it is applied.
    expect(await database().db.$count(categories)).toBe(2);
    expect(await desk.apply(checked.id)).toMatchObject({ created: 4, failed: 0 });
    expect((await variantsOnFile()).map(({ sku, category }) => `${sku} ${category}`).sort()).toEqual([
      'A Bread',
      'B Rolls and buns',
      'C Rolls and buns',
      'D Jars',
    ]);
    const told = await database().db.select().from(auditLog).where(eq(auditLog.requestId, checked.id));
    expect(told.filter(({ action }) => action === 'category.created')).toHaveLength(2);
    expect(await desk.check(file, { create_categories: true })).toMatchObject({ unchanged: 4, to_update: 0 });
    // By the last part of the address too, and what is there moves to a new shelf.
    expect(await desk.check('sku,category\nB,rolls-and-buns\n')).toMatchObject({ unchanged: 1 });
    const moved = await desk.check('sku,category\nA,Loaves\n', { mode: 'update', create_categories: true });
    expect(await desk.apply(moved.id)).toMatchObject({ updated: 1, failed: 0 });
    expect((await variantsOnFile()).find(({ sku }) => sku === 'A')?.category).toBe('Loaves');
  });

  it('adds no category whose name nothing could be called, nor two for one product, nor any for people', async () => {
    const long = 'x'.repeat(101);
    const { errors } = await desk.check(
      `sku,slug,name,variant,price,category\nA,,Rye,,4,${long}\nL-1,loaf,Loaf,small,3,Loaves\nL-2,loaf,Loaf,large,5,Jars\n`,
      { create_categories: true },
    );
    expect(errors.map(({ row, field }) => `${row} ${field}`)).toEqual(['2 category', '4 category']);
    expect(await desk.refusal('name,phone\nAna,0722123456\n', { kind: 'customers', create_categories: true })).toMatch(
      /Only products/,
    );
    expect(await database().db.$count(imports)).toBe(1);
  });
});
