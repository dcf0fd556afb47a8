import { desc } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { addresses, customers } from '#db/schema/customers';
import { database } from '#lib/database';
import { importDesk } from '#tests/factories/imports';
import { newPhone } from '#tests/factories/shop';

const desk = importDesk();

const people = () => database().db.select().from(customers).orderBy(customers.name);
const places = () => database().db.select().from(addresses).orderBy(desc(addresses.isDefault));

describe('a file of customers', () => {
  const kind = { kind: 'customers' } as const;

  it('finds people by phone however it is written, or by e-mail', async () => {
    await database()
      .db.insert(customers)
      .values([
        { name: 'Ana', phone: '+40722123456', notes: 'Rings twice' },
        { name: 'Bea', email: 'Bea@example.com' },
      ]);
    const checked = await desk.check(
      'Nume;Telefon;E-Mail;Tags\nAna Pop;0722 123 456;;a; b\nBea;;bea@EXAMPLE.com;regular\nCy;+49 30 1234567;;\n'.replace(
        'a; b',
        '"a; b"',
      ),
      kind,
    );
    expect(checked).toMatchObject({ to_update: 2, to_create: 1, wrong: 0 });
    expect(await desk.apply(checked.id)).toMatchObject({ updated: 2, created: 1 });
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
    const { errors } = await desk.check(
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

  it('has the default address of each, and the others stay as they are', async () => {
    const head = 'name,phone,street,city,postal_code,address_label,address_notes';
    const file = `${head}\nAna,0722 123 456,Lunga 4,Brașov,500035,Home,Blue gate\nBea,0722 123 457,,,,,\n`;
    const checked = await desk.check(file, kind);
    expect(checked).toMatchObject({ to_create: 2, wrong: 0 });
    expect(await desk.apply(checked.id)).toMatchObject({ created: 2, failed: 0 });
    const [ana] = await people();
    const place = { street: 'Lunga 4', city: 'Brașov', postalCode: '500035', label: 'Home', notes: 'Blue gate' };
    expect(await places()).toMatchObject([{ customerId: ana?.id, country: 'RO', isDefault: true, ...place }]);
    expect(await desk.check(file, kind)).toMatchObject({ unchanged: 2 });

    const customerId = ana?.id ?? '';
    await database().db.update(addresses).set({ recipientName: 'Mama', country: 'DE' });
    await database().db.insert(addresses).values({ customerId, street: 'Work 1', city: 'Cluj', country: 'RO' });
    const change = await desk.check('phone,street,address_notes,label\n0722123456,Lunga 6,-,\n', kind);
    expect(change).toMatchObject({ to_update: 1, wrong: 0 });
    expect(await desk.apply(change.id)).toMatchObject({ updated: 1, failed: 0 });
    expect(await places()).toMatchObject([
      { ...place, street: 'Lunga 6', notes: null, recipientName: 'Mama', country: 'DE', isDefault: true },
      { street: 'Work 1', isDefault: false },
    ]);
  });

  it('may leave no address half, and says which cell', async () => {
    await database().db.insert(customers).values({ name: 'Ana', phone: '+40722123456' });
    const { errors } = await desk.check(
      [
        'phone,name,street,city,postal_code',
        '0722123456,Ana,Lunga 4,,',
        '0722123457,New,,Brașov,',
        `0722123458,Long,${'x'.repeat(201)},Brașov,1234567890123`,
        '0722123459,Clear,-,,',
        '0722123450,Nothing,,,-',
      ].join('\n'),
      kind,
    );
    expect(errors.map(({ row, field, code }) => `${row} ${field} ${code}`)).toEqual([
      '2 city VAL_001',
      '3 street VAL_001',
      '4 street VAL_003',
      '4 postal_code VAL_003',
      '5 street VAL_001',
    ]);
  });
});
