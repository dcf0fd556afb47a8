import { expect, it } from 'vitest';
import { dataOf, desk, INVALID, MALFORMED, NOT_FOUND, nobody, send } from '../shop.ts';

const said = (message: string, client_id: string = crypto.randomUUID()) => ({ message, client_id });

export function chat() {
  it('goes to and fro, by header and by cookie', async () => {
    const begun = await send('POST', '/sessions', { body: { name: 'Ana', email: 'ana@example.com' } });
    const { id, session } = dataOf(begun, 201);
    const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect(cookie).toBe(`barrow-chat=${session}`);
    const headers = { 'barrow-chat': session };
    expect(dataOf(await send('POST', '/sessions', { headers, body: {} }), 201).id).toBe(id);
    const first = dataOf(await send('POST', '/chat/messages', { headers, body: said('Hello?', 'm1') }), 201);
    expect(dataOf(await send('POST', '/chat/messages', { headers, body: said('Hello?', 'm1') }), 201)).toEqual(first);
    const talks = dataOf(await desk('GET', '/admin/sessions?show=unread'));
    expect(talks.map((one: { id: string }) => one.id)).toContain(id);
    expect(dataOf(await desk('GET', `/admin/sessions/${id}`)).messages).toHaveLength(1);
    const answer = { session_id: id, message: 'Good morning!', client_id: 'a1' };
    expect(dataOf(await desk('POST', '/admin/chat/respond', answer), 201).sender_type).toBe('staff');
    const automatic = { session_id: id, message: 'We are closed.', sender_type: 'bot' };
    expect(dataOf(await desk('POST', '/admin/chat/respond', automatic), 201).sender_name).toBeNull();
    const read = dataOf(await send('GET', '/chat/messages?after=1', { headers: { cookie } }));
    expect(read.messages.map((one: { message: string }) => one.message)).toEqual(['Good morning!', 'We are closed.']);
    const connected = dataOf(await send('POST', '/chat/connect', { headers, body: {} }));
    expect(connected.stream_url).toMatch(new RegExp(`^/api/events\\?topics=chat:${id}&token=`));
    expect(dataOf(await desk('PATCH', `/admin/sessions/${id}`, { status: 'resolved' })).status).toBe('resolved');
    expect(await desk('PATCH', `/admin/sessions/${id}`, { status: 'waiting' })).toMatchObject({ code: 'CHAT_002' });
    expect(dataOf(await desk('PATCH', `/admin/sessions/${id}`, { status: 'blocked' })).status).toBe('blocked');
    expect(await send('POST', '/chat/messages', { headers, body: said('Still there?') })).toMatchObject(CLOSED);
    expect(await send('POST', '/sessions', { headers, body: {} })).toMatchObject(CLOSED);
    expect(await desk('POST', '/admin/chat/respond', answer)).toMatchObject({ status: 201 });
    expect(await desk('POST', '/admin/chat/respond', { ...answer, client_id: 'a2' })).toMatchObject(CLOSED);
  });

  it('refuses what it cannot take', async () => {
    const headers = { 'barrow-chat': 'wrong' };
    expect(await send('POST', '/chat/messages', { headers, body: said('x'.repeat(5000)) })).toMatchObject(INVALID);
    expect(await send('POST', '/chat/messages', { headers, body: said('Hello') })).toMatchObject(CLOSED);
    expect(await send('GET', '/chat/messages', { headers })).toMatchObject(CLOSED);
    expect(await send('GET', '/chat/messages?after=x', { headers })).toMatchObject(MALFORMED);
    expect(await send('POST', '/chat/connect', { headers, body: {} })).toMatchObject(CLOSED);
    expect(await send('POST', '/sessions', { body: { email: 'nobody' } })).toMatchObject(INVALID);
    expect(await desk('GET', '/admin/sessions?show=all')).toMatchObject(MALFORMED);
    expect(await desk('GET', `/admin/sessions/${nobody()}`)).toMatchObject(NOT_FOUND);
    expect(await desk('PATCH', `/admin/sessions/${nobody()}`, { status: 'open' })).toMatchObject(NOT_FOUND);
    const answer = { session_id: nobody(), message: 'Hello' };
    expect(await desk('POST', '/admin/chat/respond', answer)).toMatchObject(NOT_FOUND);
  });
}

const CLOSED = { status: 410, code: 'CHAT_001' };
