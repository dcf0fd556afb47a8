import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditLog } from '#db/schema/audit';
import { categories, products, productVariants } from '#db/schema/catalog';
import { customers } from '#db/schema/customers';
import { imports } from '#db/schema/imports';
import { stockMovements } from '#db/schema/stock';
import { database } from '#lib/database';
import { ValidationError } from '#lib/errors';
import { applyImport, checkImport, listOpenImports, runImport, sweepImports } from '#lib/imports/commands';
import type { CheckImport } from '#lib/imports/input';
import { exportCsv, exportErrors, getImport, templateCsv } from '#lib/imports/queries';
import { ensureCursor } from '#lib/jobs/dispatcher';
import { makeProduct, newPhone, outcome, setSetting, staffMember, type TestContext } from '#tests/factories/shop';
import { doAllWork, system } from '#tests/support/jobs';

let admin: TestContext;
let staff: TestContext;

beforeAll(async () => {
  await ensureCursor(system());
  [admin, staff] = await Promise.all([staffMember('admin'), staffMember('staff')]);
  await setSetting('shop', { name: 'Mill', country: 'RO', currency: 'EUR' });
  await database()
    .db.insert(categories)
    .values([
      { name: 'Other', slug: 'other', isBuiltIn: true },
      { name: 'Bread', slug: 'bread' },
    ])
    .onConflictDoNothing();
});
beforeEach(async () => {
  await database().db.execute(sql`truncate products, product_variants, customers, imports cascade`);
});

const fileOf = (text: string, name = 'file.csv') => ({
  name,
  bytes: async function* () {
    yield new TextEncoder().encode(text);
  },
});
const check = (text: string, more: Partial<CheckImport> = {}) =>
  checkImport(admin, { kind: 'products', mode: 'upsert', ...more }, fileOf(text));

async function apply(id: string) {
  await applyImport(admin, { id });
  await doAllWork();
  const done = await getImport(admin, { id });
  if (!done) throw new Error('the import is gone');
  return done;
}

async function textOf(pieces: AsyncGenerator<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

async function refusal(text: string, more: Partial<CheckImport> = {}): Promise<string> {
  try {
    await check(text, more);
  } catch (error) {
    if (error instanceof ValidationError) return error.fields.file?.[0] ?? '';
    throw error;
  }
  return 'taken';
}

const variants = () =>
  database()
    .db.select({
      sku: productVariants.sku,
      title: productVariants.title,
      price: productVariants.priceMinor,
      stock: productVariants.stockQuantity,
      name: products.name,
      slug: products.slug,
      productId: products.id,
    })
    .from(productVariants)
    .innerJoin(products, eq(products.id, productVariants.productId))
    .orderBy(products.slug, productVariants.position);
const people = () => database().db.select().from(customers).orderBy(customers.name);

describe('a file of products', () => {
  const FILE =
    '\uFEFFArtikelnummer;Bezeichnung;Preis;Bestand;Kategorie;Farbe\r\nR-1;Rye;4,80;20;bread;dark\r\nR-2;"Spelt, ""old""";5;0;Bread;\r\n';

  it('changes nothing until it is applied; then stock has movements and everything an audit', async () => {
    const checked = await check(FILE);
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
    expect(await variants()).toEqual([]);
    const done = await apply(checked.id);
    expect(done).toMatchObject({ status: 'done', done: 2, created: 2, updated: 0, failed: 0 });
    expect(await variants()).toMatchObject([
      { sku: 'R-1', name: 'Rye', slug: 'rye', price: 480, stock: 20 },
      { sku: 'R-2', name: 'Spelt, "old"', price: 500, stock: 0 },
    ]);
    const moved = await database().db.select().from(stockMovements);
    expect(moved).toMatchObject([{ delta: 20, reason: 'receive' }]);
    if (admin.actor.kind !== 'staff') throw new Error('not staff');
    expect(moved[0]?.userId).toBe(admin.actor.userId);
    const told = await database().db.select().from(auditLog).where(eq(auditLog.requestId, checked.id));
    expect(told.map(({ action }) => action).sort()).toEqual([
      'import.done',
      'product.created',
      'product.created',
      'stock.adjusted',
    ]);
  });

  it('applied twice, or handed in twice, doubles nothing', async () => {
    const first = await check(FILE);
    await apply(first.id);
    expect(await outcome(applyImport(admin, { id: first.id }))).toBe('CONF_002');
    const again = await check(FILE);
    expect(again).toMatchObject({ to_create: 0, to_update: 0, unchanged: 2 });
    expect(await apply(again.id)).toMatchObject({ created: 0, updated: 0, done: 2 });
    expect(await variants()).toHaveLength(2);
  });

  it('changes only what differs: empty leaves, a dash empties', async () => {
    const { slug, variantId } = await makeProduct(
      { sku: 'A-1', stockQuantity: 7 },
      { name: 'Old', description: 'Dark', ingredients: 'Rye' },
    );
    const file = 'sku,name,price,description,ingredients,stock\nA-1,New,,,-,9\n';
    const checked = await check(file);
    expect(checked).toMatchObject({ to_update: 1, wrong: 0 });
    expect(await apply(checked.id)).toMatchObject({ updated: 1 });
    const [row] = await database().db.select().from(products).where(eq(products.slug, slug));
    expect(row).toMatchObject({ name: 'New', description: 'Dark', ingredients: null });
    const [moved] = await database().db.select().from(stockMovements).where(eq(stockMovements.variantId, variantId));
    expect(moved).toMatchObject({ delta: 2, reason: 'count' });
    expect(await check(file)).toMatchObject({ unchanged: 1 });
  });

  it('has a row for each variant', async () => {
    const file = 'sku,slug,name,variant,price\nL-1,loaf,Loaf,small,3\nL-2,loaf,Loaf,large,5\n';
    const checked = await check(file);
    expect(await apply(checked.id)).toMatchObject({ created: 2, failed: 0 });
    const rows = await variants();
    expect(rows).toMatchObject([
      { slug: 'loaf', title: 'small', price: 300 },
      { slug: 'loaf', title: 'large', price: 500 },
    ]);
    expect(new Set(rows.map(({ productId }) => productId)).size).toBe(1);
    const more = await check('sku,price\nL-2,6\n', { mode: 'update' });
    await apply(more.id);
    expect((await variants()).map(({ price }) => price)).toEqual([300, 600]);
  });

  it('is judged row by row, with the number, the column and the reason', async () => {
    await makeProduct({ sku: 'OLD' }, { archivedAt: new Date() });
    const { errors, ...checked } = await check(
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
    const file = await textOf(exportErrors(admin, { id: checked.id }));
    expect(file).toContain('sku,name,price,category,stock,slug,row,problem');
    expect(file).toContain('B,Rye,1.234,Bread,1,,3,');
    expect(await apply(checked.id)).toMatchObject({ created: 1, failed: 0, wrong: 8 });
  });

  it('may not say two things of one product', async () => {
    const { errors } = await check(
      'sku,slug,name,variant,price,active\nL-1,loaf,Loaf,small,3,yes\nL-2,loaf,Loaf,large,5,\nL-3,loaf,Other,huge,5,no\n',
    );
    expect(errors.map(({ row, field }) => `${row} ${field}`).sort()).toEqual(['4 active', '4 name']);
  });

  it('obeys its mode', async () => {
    await makeProduct({ sku: 'A' });
    const file = 'sku,name,price\nA,Rye,4\nB,Spelt,5\n';
    expect(await check(file, { mode: 'create' })).toMatchObject({
      to_create: 1,
      wrong: 1,
      errors: [{ row: 2, code: 'CONF_001' }],
    });
    expect(await check(file, { mode: 'update' })).toMatchObject({
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
    expect(await refusal(file)).toMatch(words);
    expect(await database().db.select().from(imports)).toEqual([]);
  });
});

describe('a file of customers', () => {
  const kind = { kind: 'customers' } as const;

  it('finds people by phone however it is written, or by e-mail', async () => {
    await database()
      .db.insert(customers)
      .values([
        { name: 'Ana', phone: '+40722123456', notes: 'Rings twice' },
        { name: 'Bea', email: 'Bea@example.com' },
      ]);
    const checked = await check(
      'Nume;Telefon;E-Mail;Tags\nAna Pop;0722 123 456;;a; b\nBea;;bea@EXAMPLE.com;regular\nCy;+49 30 1234567;;\n'.replace(
        'a; b',
        '"a; b"',
      ),
      kind,
    );
    expect(checked).toMatchObject({ to_update: 2, to_create: 1, wrong: 0 });
    expect(await apply(checked.id)).toMatchObject({ updated: 2, created: 1 });
    expect(await people()).toMatchObject([
      { name: 'Ana Pop', phone: '+40722123456', notes: 'Rings twice', tags: ['a', 'b'] },
      { name: 'Bea', tags: ['regular'] },
      { name: 'Cy', phone: '+49301234567' },
    ]);
  });

  it('tells who is twice, nobody, or somebody else', async () => {
    const phone = newPhone();
    await database()
      .db.insert(customers)
      .values([
        { name: 'One', phone },
        { name: 'Two', phone },
        { name: 'Three', email: 'three@example.com' },
      ]);
    const { errors } = await check(
      [
        'name,phone,email,flags',
        `Who,${phone},,`,
        'Nobody,,,',
        'New,0722 000 111,three@example.com,',
        'Short,12,,',
        'Odd,0722 000 222,,loud',
        'Excel,4.07E+10,,',
        'Twin,0722 000 333,,',
        'Twin,+40722000333,,',
      ].join('\n'),
      kind,
    );
    expect(errors.map(({ row, field, code }) => `${row} ${field} ${code}`)).toEqual([
      '2 phone CONF_001',
      '3 phone VAL_001',
      '4 email CONF_001',
      '5 phone VAL_002',
      '6 flags VAL_002',
      '7 phone VAL_002',
      '9  CONF_001',
    ]);
  });
});

describe('what is exported', () => {
  it('changes nothing when it is imported, whatever stands in it', async () => {
    const odd = '=1+1;"x", \n-y';
    await makeProduct(
      {
        sku: '=SKU',
        title: '-',
        priceMinor: 1999,
        stockQuantity: 3,
        netQuantity: 800,
        netUnit: 'g',
        lowStockThreshold: 0,
      },
      {
        name: '+Rye "dark"; fine',
        description: odd,
        details: '# Head\n\n- one\r\n- two\n',
        availableWeekdays: [1, 6],
        availableFrom: '2026-05-01',
        maxPerOrder: 3,
        allergens: ['milk', 'gluten'],
        attributes: { 'a:b': 'x;y', '=c': '-' },
        active: false,
      },
    );
    const { productId } = await makeProduct(
      { stockMode: 'unlimited' },
      { ingredients: "'=quoted", description: 'two\nlines', attributes: { Diet: 'Vegan', Rest: '30 hours' } },
    );
    await database()
      .db.insert(productVariants)
      .values({ productId, title: 'large', priceMinor: 5, position: 2, stockMode: 'per_date', sku: '0012' });
    await database()
      .db.insert(customers)
      .values([
        { name: '@Ana', phone: '+40722123456', notes: odd, tags: ['a,b', 'c'], flags: ['call_back'] },
        { name: 'Twin', phone: '+40722123456' },
        { name: 'Nameless', tags: ['-'] },
        { name: 'Bea', email: 'bea@example.com' },
      ]);
    for (const [kind, rows] of [
      ['products', 3],
      ['customers', 4],
    ] as const) {
      const file = await textOf(exportCsv(admin, { kind }));
      expect(file.startsWith('\uFEFFid,')).toBe(true);
      expect(file).not.toMatch(/(^|[,\n])"?[=+@]/);
      expect(await check(file, { kind, mode: 'update' })).toMatchObject({
        rows,
        unchanged: rows,
        to_update: 0,
        wrong: 0,
        errors: [],
      });
    }
  });

  it('leaves out what is archived; a template is a file that can be handed in', async () => {
    await makeProduct({ sku: 'GONE' }, { archivedAt: new Date() });
    expect(await textOf(exportCsv(admin, { kind: 'products' }))).not.toContain('GONE');
    for (const kind of ['products', 'customers'] as const) {
      const checked = await check(await textOf(templateCsv(admin, { kind })), { kind });
      expect(checked).toMatchObject({ to_create: 1, wrong: 0, ignored_columns: [] });
    }
  });
});

describe('when something breaks in the middle', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, at) => `N-${at},Loaf ${at},${at + 1}`);
  const many = (count: number) => `sku,name,price\n${rows(count).join('\n')}\n`;

  it('the row says so, the others are done, and applying again goes on', async () => {
    const checked = await check(many(450));
    // Between dry run and apply somebody archives a product with this very SKU.
    const { productId } = await makeProduct({ sku: 'N-300' }, { archivedAt: new Date() });
    const done = await apply(checked.id);
    expect(done).toMatchObject({ status: 'done', created: 449, failed: 1, errors: [{ row: 302, code: 'CONF_002' }] });
    expect(await textOf(exportErrors(admin, { id: checked.id }))).toContain('N-300,Loaf 300,301,302,');
    await database().db.update(products).set({ archivedAt: null }).where(eq(products.id, productId));
    expect(await apply(checked.id)).toMatchObject({ status: 'done', created: 449, updated: 1, failed: 0, errors: [] });
    expect(await variants()).toHaveLength(450);
  });

  it('whoever goes on after a process died begins where it was', async () => {
    const checked = await check(many(420));
    await applyImport(admin, { id: checked.id });
    expect(await runImport(system(), { id: checked.id }, 0)).toBe(true);
    expect(await getImport(admin, checked)).toMatchObject({ status: 'applying', done: 200 });
    // Nobody else asks for it as long as it moves; when it is silent, somebody goes on.
    expect(await listOpenImports(system())).toEqual([]);
    const later = { ...system(), now: new Date(Date.now() + 120_000) };
    expect(await listOpenImports(later)).toEqual([checked.id]);
    await Promise.all([runImport(system(), checked), runImport(system(), checked)]);
    expect(await getImport(admin, checked)).toMatchObject({ status: 'done', created: 420, failed: 0 });
    expect(await variants()).toHaveLength(420);
    expect(await runImport(system(), checked)).toBe(false);
  });
});

describe('an import', () => {
  it('is for admins, by each of its verbs', async () => {
    const { id } = await check('sku,name,price\nA,Rye,4\n');
    const input = { kind: 'products', mode: 'upsert' } as const;
    expect(await outcome(checkImport(staff, input, fileOf('sku\nA\n')))).toBe('AUTH_003');
    expect(await outcome(applyImport(staff, { id }))).toBe('AUTH_003');
    expect(await outcome(getImport(staff, { id }))).toBe('AUTH_003');
    expect(await outcome(textOf(exportErrors(staff, { id })))).toBe('AUTH_003');
    expect(await outcome((async () => textOf(exportCsv(staff, { kind: 'customers' })))())).toBe('AUTH_003');
  });

  it('forgets its rows after fourteen days, its figures after a year', async () => {
    const { id } = await check('sku,name,price\nA,Rye,4\nB,Rye,x\n');
    const inDays = (days: number) => ({ ...system(), now: new Date(Date.now() + days * 86_400_000) });
    await sweepImports(inDays(13));
    expect(await getImport(admin, { id })).toMatchObject({ errors: [{ row: 3 }] });
    await sweepImports(inDays(15));
    expect(await getImport(admin, { id })).toMatchObject({ rows: 2, wrong: 1, errors: [], rows_kept_until: null });
    expect(await outcome(applyImport(admin, { id }))).toBe('CONF_002');
    await sweepImports(inDays(366));
    expect(await getImport(admin, { id })).toBeNull();
  });
});
