import { expect, it } from 'vitest';
import { dataOf, desk, INVALID, MALFORMED, NOT_FOUND, nobody, send } from '../shop.ts';

const said = { name: 'Ana P.', message: 'The crust sings.', rating: 5 };

export function testimonials() {
  it('wait, are published, hidden, archived and restored', async () => {
    const { id, status } = dataOf(await desk('POST', '/admin/testimonials', said), 201);
    const path = `/admin/testimonials/${id}`;
    const shown = async () => dataOf(await send('GET', '/testimonials')).map((one: { id: string }) => one.id);
    expect(status).toBe('pending');
    expect(await shown()).not.toContain(id);
    expect(dataOf(await desk('PATCH', path, { status: 'published' })).status).toBe('published');
    expect(await shown()).toContain(id);
    const again = { ...said, rating: 4, status: 'published' };
    expect(dataOf(await desk('PUT', path, again)).rating).toBe(4);
    expect((await desk('DELETE', path)).status).toBe(204);
    expect(await shown()).not.toContain(id);
    const archived = dataOf(await desk('GET', '/admin/testimonials?archived=true'));
    expect(archived.map((one: { id: string }) => one.id)).toContain(id);
    expect(await desk('PATCH', path, { rating: 3 })).toMatchObject(NOT_FOUND);
    expect(dataOf(await desk('POST', `${path}/restore`)).archived_at).toBeNull();
    expect(await shown()).toContain(id);
  });

  it('are refused where they make no sense', async () => {
    expect(await desk('POST', '/admin/testimonials', { ...said, rating: 6 })).toMatchObject(INVALID);
    expect(await desk('GET', '/admin/testimonials?status=loud')).toMatchObject(MALFORMED);
    expect(await send('GET', '/testimonials?limit=0')).toMatchObject(INVALID);
    const path = `/admin/testimonials/${nobody()}`;
    expect(await desk('PUT', path, said)).toMatchObject(NOT_FOUND);
    expect(await desk('PATCH', path, { rating: 1 })).toMatchObject(NOT_FOUND);
    expect(await desk('DELETE', path)).toMatchObject(NOT_FOUND);
    expect(await desk('POST', `${path}/restore`)).toMatchObject(NOT_FOUND);
  });
}
