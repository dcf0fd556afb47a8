import { expect, it } from 'vitest';
import { png } from '#tests/support/png';
import { dataOf, desk, INVALID, MALFORMED, NOT_FOUND, nobody, send } from '../shop.ts';

const STALE = { status: 412, code: 'REQ_002' };
const TAKEN = { status: 409, code: 'CONF_001' };

function upload(path: string, content: Uint8Array<ArrayBuffer>, method = 'POST') {
  const form = new FormData();
  form.set('file', new Blob([content], { type: 'image/png' }), 'arch.png');
  form.set('alt', 'An arch');
  return desk(method, path, form);
}

/** What both have alike: `rooms` is `packages` or `themes`, `pictures` the field that holds the gallery. */
function offered(rooms: 'packages' | 'themes', pictures: string, body: Record<string, unknown>) {
  const named = () => ({ ...body, name: `Set ${nobody()}` });

  it(`${rooms} are added, changed, replaced, archived and restored`, async () => {
    const made = await desk('POST', `/admin/${rooms}`, named());
    const { id, slug } = dataOf(made, 201);
    const path = `/admin/${rooms}/${id}`;
    expect(await desk('POST', `/admin/${rooms}`, { ...named(), slug })).toMatchObject(TAKEN);
    expect(dataOf(await send('GET', `/${rooms}/${slug}`)).id).toBe(id);
    expect(dataOf(await send('GET', `/${rooms}/${id}?lang=en`)).slug).toBe(slug);
    const ids = async () => dataOf(await send('GET', `/${rooms}`)).map((one: { id: string }) => one.id);
    expect(await ids()).toContain(id);
    const seen = { 'if-match': (await desk('GET', path)).headers.get('etag') ?? '' };
    expect(dataOf(await desk('PATCH', path, { description: 'For a day.' }, seen)).version).toBe(2);
    const stale = await desk('PATCH', path, { description: 'Mine.' }, seen);
    expect(stale).toMatchObject(STALE);
    expect(JSON.parse(stale.text).error.details.changes).toMatchObject([{ version: 2, fields: ['description'] }]);
    expect(await desk('PUT', path, named(), seen)).toMatchObject(STALE);
    expect(dataOf(await desk('PUT', path, named()))).toMatchObject({ slug, description: '' });
    expect(await desk('PUT', path, { ...named(), slug: 'No slug' })).toMatchObject(INVALID);
    expect((await desk('DELETE', path)).status).toBe(204);
    expect(await ids()).not.toContain(id);
    expect(await send('GET', `/${rooms}/${slug}`)).toMatchObject(NOT_FOUND);
    const archived = dataOf(await desk('GET', `/admin/${rooms}?archived=true`));
    expect(archived.map((one: { id: string }) => one.id)).toContain(id);
    expect(dataOf(await desk('POST', `${path}/restore`)).archived_at).toBeNull();
    expect(await ids()).toContain(id);
  });

  it(`${rooms} have pictures in an order`, async () => {
    const path = `/admin/${rooms}/${dataOf(await desk('POST', `/admin/${rooms}`, named()), 201).id}`;
    const images = `${path}/images`;
    const content = await png(60, 40);
    const first = dataOf(await upload(images, content), 201);
    const second = dataOf(await upload(images, content), 201);
    const drawing = await upload(images, new TextEncoder().encode('<svg/>'));
    expect(drawing).toMatchObject({ status: 415, code: 'FILE_001' });
    expect(dataOf(await desk('PUT', images, { ids: [second.id, first.id] }))).toHaveLength(2);
    expect(await desk('PUT', images, { ids: [first.id] })).toMatchObject(INVALID);
    expect(dataOf(await desk('PUT', `${images}/${first.id}`, { alt: 'A gate' })).alt).toBe('A gate');
    expect((await desk('DELETE', `${images}/${second.id}`)).status).toBe(204);
    expect(dataOf(await desk('GET', path))[pictures]).toMatchObject([{ id: first.id, alt: 'A gate' }]);
    for (const method of ['PUT', 'DELETE']) {
      const gone = await desk(method, `${images}/${second.id}`, method === 'PUT' ? { alt: '' } : undefined);
      expect(gone).toMatchObject(NOT_FOUND);
    }
  });

  it(`${rooms} are refused where they make no sense`, async () => {
    expect(await desk('GET', `/admin/${rooms}?archived=perhaps`)).toMatchObject(MALFORMED);
    expect(await desk('POST', `/admin/${rooms}`, { ...named(), name: '' })).toMatchObject(INVALID);
    expect(await send('GET', `/${rooms}/nothing-like-it`)).toMatchObject(NOT_FOUND);
    const path = `/admin/${rooms}/${nobody()}`;
    for (const [method, more, sent] of [
      ['GET', '', undefined],
      ['PUT', '', named()],
      ['PATCH', '', { active: false }],
      ['DELETE', '', undefined],
      ['POST', '/restore', undefined],
      ['PUT', '/images', { ids: [nobody()] }],
    ] as const) {
      expect(await desk(method, `${path}${more}`, sent), `${method} ${more}`).toMatchObject(NOT_FOUND);
    }
    expect(await upload(`${path}/images`, await png(60, 40))).toMatchObject(NOT_FOUND);
  });
}

export function events() {
  offered('packages', 'images', { price: 390, included_items: ['Arch', '8 × Lantern'] });
  offered('themes', 'gallery_images', {});

  it('a package tells its price, or that there is none before a quote', async () => {
    const body = { name: `Set ${nobody()}`, price_kind: 'on_request' };
    const { id, price } = dataOf(await desk('POST', '/admin/packages', body), 201);
    expect(price).toBeNull();
    expect(await desk('PATCH', `/admin/packages/${id}`, { price_kind: 'fixed' })).toMatchObject(INVALID);
    const priced = await desk('PATCH', `/admin/packages/${id}`, { price_kind: 'from', price: 12.5 });
    expect(dataOf(priced)).toMatchObject({ price: 12.5, price_kind: 'from' });
    // What was read can be sent again.
    const { included_items } = dataOf(await desk('PATCH', `/admin/packages/${id}`, { included_items: ['3 × Arch'] }));
    expect(dataOf(await desk('PATCH', `/admin/packages/${id}`, { included_items })).items).toEqual([
      { id: expect.any(String), label: 'Arch', quantity: 3 },
    ]);
  });

  it('a testimonial has a picture, another one, and none', async () => {
    const said = { name: 'Ana P.', message: 'They moved the sky.', rating: 5 };
    const path = `/admin/testimonials/${dataOf(await desk('POST', '/admin/testimonials', said), 201).id}/picture`;
    expect(dataOf(await upload(path, await png(60, 40), 'PUT')).image).toMatchObject({ alt: 'An arch' });
    const drawing = await upload(path, new TextEncoder().encode('<svg/>'), 'PUT');
    expect(drawing).toMatchObject({ status: 415, code: 'FILE_001' });
    expect((await desk('DELETE', path)).status).toBe(204);
    const nowhere = `/admin/testimonials/${nobody()}/picture`;
    expect(await desk('DELETE', nowhere)).toMatchObject(NOT_FOUND);
    expect(await upload(nowhere, await png(60, 40), 'PUT')).toMatchObject(NOT_FOUND);
  });
}
