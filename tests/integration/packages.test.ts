import { desc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { auditLog } from '#db/schema/audit';
import { database } from '#lib/database';
import {
  archivePackage,
  createPackage,
  orderPackages,
  replacePackage,
  restorePackage,
  updatePackage,
} from '#lib/events/commands';
import { createPackageInput, replacePackageInput, updatePackageInput } from '#lib/events/package-input';
import { getDeskPackage, getOffered, getPackage, listDeskPackages, listPackages } from '#lib/events/queries';
import { staffMember, visitor } from '#tests/factories/shop';
import { refusal } from '#tests/support/refusal';

const made = (more: Record<string, unknown> = {}) =>
  createPackageInput.parse({ name: `Set ${crypto.randomUUID()}`, price: 390, ...more });
const changed = (id: string, more: Record<string, unknown>) => updatePackageInput.parse({ id, ...more });

describe('a package', () => {
  it('is added with what is in it, and expires what shows it', async () => {
    const ctx = await staffMember('staff');
    const one = await createPackage(
      ctx,
      made({
        name: 'Garden Wedding',
        price_kind: 'from',
        price: 1450.5,
        included_items: ['Flower arch', '8 × Table arrangement', { label: 'Chair', quantity: 80 }],
        duration_minutes: 600,
        deposit_percent: 30,
        max_guests: 120,
      }),
    );
    expect(ctx.expired).toEqual(['content', 'shop']);
    expect(await getPackage(visitor(), 'garden-wedding')).toMatchObject({
      id: one.id,
      price: 1450.5,
      price_kind: 'from',
      currency: 'EUR',
      included_items: ['Flower arch', '8 × Table arrangement', '80 × Chair'],
      items: [{ label: 'Flower arch', quantity: 1 }, { quantity: 8 }, { label: 'Chair', quantity: 80 }],
      duration_minutes: 600,
      deposit_percent: 30,
      max_guests: 120,
      images: [],
      image_url: null,
    });
    expect((await getPackage(visitor(), one.id))?.slug).toBe('garden-wedding');
    expect(one).toMatchObject({ per_day_capacity: 1, active: true, version: 1 });
    expect(await getOffered(visitor())).toMatchObject({ packages: true });
    for (const nowhere of ['', "'", 'nothing-like-it', crypto.randomUUID()]) {
      expect(await getPackage(visitor(), nowhere)).toBeNull();
    }
  });

  it('has a price, or none on request', async () => {
    const ctx = await staffMember('staff');
    expect(await refusal(createPackage(ctx, made({ price: undefined })))).toMatchObject({
      fields: { price: ['Enter a price.'] },
    });
    expect(await refusal(createPackage(ctx, made({ price_kind: 'on_request' })))).toMatchObject({
      fields: { price: [expect.any(String)] },
    });
    const { id } = await createPackage(ctx, made());
    expect(await updatePackage(ctx, changed(id, { price_kind: 'on_request' }))).toMatchObject({ price: null });
    expect(await refusal(updatePackage(ctx, changed(id, { price_kind: 'fixed' })))).toMatchObject({
      code: 'VALIDATION_ERROR',
    });
    expect(await updatePackage(ctx, changed(id, { price_kind: 'from', price: 12 }))).toMatchObject({
      price: 12,
      price_kind: 'from',
    });
  });

  it('is told who changed what when it was changed in between', async () => {
    const [mine, theirs] = [await staffMember('staff'), await staffMember('staff')];
    const one = await createPackage(mine, made());
    await updatePackage(theirs, changed(one.id, { version: 1, max_guests: 50, included_items: ['Arch'] }));
    await updatePackage(theirs, changed(one.id, { price: 400 }));
    const late = await refusal(updatePackage(mine, changed(one.id, { version: 1, name: 'Mine' })));
    const by = { kind: 'staff', name: 'Sam' };
    expect(late).toMatchObject({
      code: 'REQ_002',
      details: {
        version: 3,
        changes: [
          { version: 2, fields: expect.arrayContaining(['max_guests', 'included_items']), by },
          { version: 3, fields: ['price'], by },
        ],
      },
    });
    expect((await getDeskPackage(mine, one.id))?.name).toBe(one.name);
    expect(await updatePackage(mine, changed(one.id, { version: 3, name: 'Mine' }))).toMatchObject({ version: 4 });
  });

  it('is written anew: what is not named goes back to its default, its address stays', async () => {
    const ctx = await staffMember('staff');
    const one = await createPackage(ctx, made({ slug: 'written-anew', deposit_percent: 40, included_items: ['Arch'] }));
    const anew = replacePackageInput.parse({ id: one.id, name: 'Anew', price: 10 });
    expect(await replacePackage(ctx, anew)).toMatchObject({
      name: 'Anew',
      slug: 'written-anew',
      price: 10,
      deposit_percent: 0,
      included_items: [],
    });
  });

  it('leaves the shop hidden or archived, keeps its address, and comes back as it was', async () => {
    const ctx = await staffMember('staff');
    const one = await createPackage(ctx, made({ name: 'Back again' }));
    await updatePackage(ctx, changed(one.id, { active: false }));
    expect(await getPackage(visitor(), one.slug)).toBeNull();
    await updatePackage(ctx, changed(one.id, { active: true }));
    ctx.expired.length = 0;
    await archivePackage(ctx, one);
    expect(ctx.expired).toEqual(['content', 'shop']);
    expect(await getPackage(visitor(), one.slug)).toBeNull();
    expect((await listDeskPackages(ctx, { archived: true })).items.map(({ id }) => id)).toContain(one.id);
    expect(await refusal(updatePackage(ctx, changed(one.id, { price: 1 })))).toMatchObject({ code: 'DB_002' });
    expect((await createPackage(ctx, made({ name: 'Back again' }))).slug).toBe('back-again-2');
    expect(await refusal(createPackage(ctx, made({ slug: 'back-again' })))).toMatchObject({
      code: 'CONF_001',
      details: { field: 'slug' },
    });
    expect(await restorePackage(ctx, one)).toMatchObject({ slug: 'back-again', archived_at: null });
    expect(await getPackage(visitor(), 'back-again')).not.toBeNull();
  });

  it('stands where staff put it', async () => {
    const ctx = await staffMember('staff');
    const ids: string[] = [];
    for (const name of ['One', 'Two', 'Three']) ids.push((await createPackage(ctx, made({ name }))).id);
    await orderPackages(ctx, { ids: [...ids].reverse() });
    const shown = (await listPackages(visitor())).items.map(({ id }) => id);
    expect(shown.filter((id) => ids.includes(id))).toEqual([...ids].reverse());
    expect(await refusal(orderPackages(ctx, { ids: [crypto.randomUUID()] }))).toMatchObject({ code: 'DB_002' });
  });

  it('has its changes in the audit, under the names of the API', async () => {
    const ctx = await staffMember('staff');
    const { id } = await createPackage(ctx, made());
    await updatePackage(ctx, changed(id, { included_items: ['2 × Lantern'], price: 395 }));
    const [row] = await database()
      .db.select({ action: auditLog.action, changes: auditLog.changes })
      .from(auditLog)
      .where(eq(auditLog.entityId, id))
      .orderBy(desc(auditLog.at), desc(auditLog.id))
      .limit(1);
    expect(row).toEqual({
      action: 'package.updated',
      changes: {
        before: { price: 390, included_items: [], version: 1 },
        after: { price: 395, included_items: ['2 × Lantern'], version: 2 },
      },
    });
  });

  it('is for staff to change', async () => {
    expect(await refusal(createPackage(visitor(), made()))).toMatchObject({ code: 'AUTH_002' });
    expect(await refusal(listDeskPackages(visitor()))).toMatchObject({ code: 'AUTH_002' });
  });
});

it.each([
  [{ name: ' ' }, 'name'],
  [{ slug: 'Not so!' }, 'slug'],
  [{ price: 1.999 }, 'price'],
  [{ price_kind: 'free' }, 'price_kind'],
  [{ duration_minutes: 0 }, 'duration_minutes'],
  [{ duration_minutes: 10_081 }, 'duration_minutes'],
  [{ deposit_percent: 101 }, 'deposit_percent'],
  [{ max_guests: 0 }, 'max_guests'],
  [{ per_day_capacity: 0 }, 'per_day_capacity'],
  [{ description: 'x'.repeat(1001) }, 'description'],
  [{ included_items: Array.from({ length: 51 }, () => 'Arch') }, 'included_items'],
  [{ included_items: ['Arch', ''] }, 'included_items'],
  [{ total: 5 }, undefined],
])('%j is refused at its field', (wrong, field) => {
  const parsed = createPackageInput.safeParse({ name: 'Set', price: 10, ...wrong });
  expect(parsed.success).toBe(false);
  expect(parsed.error?.issues[0]?.path[0]).toBe(field);
});
