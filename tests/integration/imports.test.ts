import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { products, productVariants } from '#db/schema/catalog';
import { addresses, customers } from '#db/schema/customers';
import { database } from '#lib/database';
import { applyImport, checkImport, listOpenImports, runImport, sweepImports } from '#lib/imports/commands';
import { exportCsv, exportErrors, getImport, templateCsv } from '#lib/imports/queries';
import { fileOf, importDesk, textOf, variantsOnFile } from '#tests/factories/imports';
import { makeProduct, outcome } from '#tests/factories/shop';
import { system } from '#tests/support/jobs';

const desk = importDesk();

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
    // Of one the first address, of the other the default, of which the file knows a part.
    for (const { id, name } of await database().db.select().from(customers)) {
      const place = { customerId: id, street: '=Lunga 4', city: '-ville', country: 'RO' };
      if (name === '@Ana')
        await database()
          .db.insert(addresses)
          .values({ ...place, label: '-', notes: odd });
      if (name !== 'Bea') continue;
      await database()
        .db.insert(addresses)
        .values([
          { ...place, street: 'Not this' },
          { ...place, isDefault: true, recipientName: 'Mama', postalCode: '0012' },
        ]);
    }
    for (const [kind, rows] of [
      ['products', 3],
      ['customers', 4],
    ] as const) {
      const file = await textOf(exportCsv(desk.admin(), { kind }));
      expect(file.startsWith('\uFEFFid,')).toBe(true);
      expect(file).not.toMatch(/(^|[,\n])"?[=+@]/);
      expect(await desk.check(file, { kind, mode: 'update' })).toMatchObject({
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
    expect(await textOf(exportCsv(desk.admin(), { kind: 'products' }))).not.toContain('GONE');
    for (const kind of ['products', 'customers'] as const) {
      const checked = await desk.check(await textOf(templateCsv(desk.admin(), { kind })), { kind });
      expect(checked).toMatchObject({ to_create: 1, wrong: 0, ignored_columns: [] });
    }
  });
});

describe('when something breaks in the middle', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, at) => `N-${at},Loaf ${at},${at + 1}`);
  const many = (count: number) => `sku,name,price\n${rows(count).join('\n')}\n`;

  it('the row says so, the others are done, and applying again goes on', async () => {
    const checked = await desk.check(many(450));
    // Between dry run and apply somebody archives a product with this very SKU.
    const { productId } = await makeProduct({ sku: 'N-300' }, { archivedAt: new Date() });
    const done = await desk.apply(checked.id);
    expect(done).toMatchObject({ status: 'done', created: 449, failed: 1, errors: [{ row: 302, code: 'CONF_002' }] });
    expect(await textOf(exportErrors(desk.admin(), { id: checked.id }))).toContain('N-300,Loaf 300,301,302,');
    await database().db.update(products).set({ archivedAt: null }).where(eq(products.id, productId));
    expect(await desk.apply(checked.id)).toMatchObject({
      status: 'done',
      created: 449,
      updated: 1,
      failed: 0,
      errors: [],
    });
    expect(await variantsOnFile()).toHaveLength(450);
  });

  it('whoever goes on after a process died begins where it was', async () => {
    const checked = await desk.check(many(420));
    await applyImport(desk.admin(), { id: checked.id });
    expect(await runImport(system(), { id: checked.id }, 0)).toBe(true);
    expect(await getImport(desk.admin(), checked)).toMatchObject({ status: 'applying', done: 200 });
    // Nobody else asks for it as long as it moves; when it is silent, somebody goes on.
    expect(await listOpenImports(system())).toEqual([]);
    const later = { ...system(), now: new Date(Date.now() + 120_000) };
    expect(await listOpenImports(later)).toEqual([checked.id]);
    await Promise.all([runImport(system(), checked), runImport(system(), checked)]);
    expect(await getImport(desk.admin(), checked)).toMatchObject({ status: 'done', created: 420, failed: 0 });
    expect(await variantsOnFile()).toHaveLength(420);
    expect(await runImport(system(), checked)).toBe(false);
  });
});

describe('an import', () => {
  it('is for admins, by each of its verbs', async () => {
    const { id } = await desk.check('sku,name,price\nA,Rye,4\n');
    const input = { kind: 'products', mode: 'upsert' } as const;
    expect(await outcome(checkImport(desk.staff(), input, fileOf('sku\nA\n')))).toBe('AUTH_003');
    expect(await outcome(applyImport(desk.staff(), { id }))).toBe('AUTH_003');
    expect(await outcome(getImport(desk.staff(), { id }))).toBe('AUTH_003');
    expect(await outcome(textOf(exportErrors(desk.staff(), { id })))).toBe('AUTH_003');
    expect(await outcome((async () => textOf(exportCsv(desk.staff(), { kind: 'customers' })))())).toBe('AUTH_003');
  });

  it('forgets its rows after fourteen days, its figures after a year', async () => {
    const { id } = await desk.check('sku,name,price\nA,Rye,4\nB,Rye,x\n');
    const inDays = (days: number) => ({ ...system(), now: new Date(Date.now() + days * 86_400_000) });
    await sweepImports(inDays(13));
    expect(await getImport(desk.admin(), { id })).toMatchObject({ errors: [{ row: 3 }] });
    await sweepImports(inDays(15));
    expect(await getImport(desk.admin(), { id })).toMatchObject({
      rows: 2,
      wrong: 1,
      errors: [],
      rows_kept_until: null,
    });
    expect(await outcome(applyImport(desk.admin(), { id }))).toBe('CONF_002');
    await sweepImports(inDays(366));
    expect(await getImport(desk.admin(), { id })).toBeNull();
  });
});
