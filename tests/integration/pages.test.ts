import { desc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { auditLog } from '#db/schema/audit';
import { archivePage, createPage, orderPages, restorePage, updatePage } from '#lib/content/commands';
import { createPageInput, updatePageInput } from '#lib/content/input';
import { getPage, listDeskPages, listPages } from '#lib/content/queries';
import { database } from '#lib/database';
import { staffMember, visitor } from '#tests/factories/shop';
import { refusal } from '#tests/support/refusal';

const write = (more: Record<string, unknown> = {}) =>
  createPageInput.parse({ title: 'Our Story', body: '## How it began\n\nWith *flour*.', ...more });
const changed = (id: string, more: Record<string, unknown>) => updatePageInput.parse({ id, ...more });

it('keeps a draft from everybody until it is published, and expires what shows it', async () => {
  const ctx = await staffMember('staff');
  const page = await createPage(ctx, write());
  expect(page).toMatchObject({ slug: 'our-story', published: false });
  expect(await getPage(visitor(), 'our-story')).toBeNull();
  ctx.expired.length = 0;
  await updatePage(ctx, changed(page.id, { published: true }));
  expect(ctx.expired).toEqual(['content', 'shop']);
  // Published at the clock of the one who did it.
  expect(await getPage(visitor({ now: ctx.now }), 'our-story')).toMatchObject({
    html: '<h2>How it began</h2>\n<p>With <em>flour</em>.</p>\n',
  });
  await archivePage(ctx, page);
  expect(await getPage(visitor({ now: ctx.now }), 'our-story')).toBeNull();
  await restorePage(ctx, page);
  expect(await getPage(visitor({ now: ctx.now }), 'our-story')).not.toBeNull();
});

it('gives every page an address of its own, an archived one keeps it', async () => {
  const ctx = await staffMember('staff');
  const first = await createPage(ctx, write({ title: 'Imprint of ours' }));
  await archivePage(ctx, first);
  const second = await createPage(ctx, write({ title: 'Imprint of ours' }));
  expect(second.slug).toBe('imprint-of-ours-2');
  expect(await refusal(updatePage(ctx, changed(second.id, { slug: first.slug })))).toMatchObject({
    code: 'CONF_001',
    details: { field: 'slug' },
  });
});

it('does not overwrite what somebody else saved since, and says in the audit what changed, not the text', async () => {
  const ctx = await staffMember('staff');
  const page = await createPage(ctx, write({ title: 'Delivery words' }));
  const theirs = await updatePage(ctx, changed(page.id, { body: 'Theirs', seen: page.updated_at }));
  const late = updatePage(ctx, changed(page.id, { body: 'Mine', seen: page.updated_at }));
  expect(await refusal(late)).toMatchObject({ code: 'REQ_002', details: { updated_at: theirs.updated_at } });
  const [row] = await database()
    .db.select({ changes: auditLog.changes })
    .from(auditLog)
    .where(eq(auditLog.entityId, page.id))
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(1);
  expect(row?.changes).toEqual({ before: { body: null }, after: { body: 'rewritten' } });
});

it('lists pages in the order that staff give them', async () => {
  const ctx = await staffMember('staff');
  const ids: string[] = [];
  for (const title of ['One', 'Two', 'Three']) ids.push((await createPage(ctx, write({ title, published: true }))).id);
  await orderPages(ctx, { ids: [...ids].reverse() });
  const order = (await listDeskPages(ctx)).items.map(({ id }) => id).filter((id) => ids.includes(id));
  expect(order).toEqual([...ids].reverse());
  const shown = (await listPages(visitor({ now: ctx.now }))).items.map(({ title }) => title);
  expect(shown.filter((title) => ['One', 'Two', 'Three'].includes(title))).toEqual(['Three', 'Two', 'One']);
  expect(await refusal(orderPages(ctx, { ids: [crypto.randomUUID()] }))).toMatchObject({ code: 'DB_002' });
});
