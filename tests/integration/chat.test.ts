import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { chatSessions } from '#db/schema/chat';
import { domainEvents } from '#db/schema/events-log';
import { notifications } from '#db/schema/notices';
import { addToCart } from '#lib/cart/commands';
import {
  announceUnread,
  answerByRule,
  answerChat,
  changeChat,
  readDeskChat,
  readOwnChat,
  sendChatMessage,
  startChat,
  sweepChats,
  writeToShop,
} from '#lib/chat/commands';
import { answerChatInput, sendChatInput } from '#lib/chat/input';
import { countUnreadChats, getChatDoor, getUnreadOfChat, listChats } from '#lib/chat/queries';
import { database } from '#lib/database';
import { eventInput } from '#lib/jobs/event';
import { tellOfEvent } from '#lib/notices/commands';
import {
  contextOf,
  makeProduct,
  outcome,
  setSetting,
  staffMember,
  type TestContext,
  visitor,
} from '#tests/factories/shop';

const NOW = new Date('2026-05-04T09:00:00Z');
const at = (minutes: number) => ({ now: new Date(NOW.getTime() + minutes * 60_000) });
const system = (minutes: number) => contextOf({ kind: 'system', name: 'test' }, at(minutes));

const start = (ctx: TestContext, more: Record<string, unknown> = {}) =>
  startChat(ctx, { chat_key: null, cart_key: null, ...more });
const say = (ctx: TestContext, chat_key: string | null, message: string, client_id = newId()) =>
  sendChatMessage(ctx, { chat_key, message, client_id });
const rowOf = async (id: string) => {
  const [row] = await database().db.select().from(chatSessions).where(eq(chatSessions.id, id));
  if (!row) throw new Error('no talk');
  return row;
};

let staff: TestContext;
beforeAll(async () => {
  staff = await staffMember('staff', at(1));
});
beforeEach(() => setSetting('chat', {}));

describe('a talk', () => {
  it('goes to and fro, with who has read what', async () => {
    const guest = visitor(at(0));
    const { chat_key, is_new, session } = await start(guest, { name: 'Ana', path: '/products' });
    expect(is_new).toBe(true);
    await say(guest, chat_key, 'Do you bake on Sundays?');
    expect(await rowOf(session.id)).toMatchObject({ status: 'waiting', unreadStaff: 1, unreadVisitor: 0, lastSeq: 1 });
    const seen = await readDeskChat(staff, { session_id: session.id });
    expect(seen).toMatchObject({ unread: 0, path: '/products', visitor_name: 'Ana', messages: [{ seq: 1 }] });
    const answer = await answerChat(staff, answerChatInput.parse({ session_id: session.id, message: 'We do.' }));
    expect(answer).toMatchObject({ seq: 2, sender_type: 'staff' });
    expect(await rowOf(session.id)).toMatchObject({
      ...{ status: 'open', unreadStaff: 0, unreadVisitor: 1 },
      assignedTo: staff.actor.kind === 'staff' ? staff.actor.userId : '',
    });
    const read = await readOwnChat(guest, { chat_key, after: 1 });
    expect(read.messages.map(({ message }) => message)).toEqual(['We do.']);
    // It stands before them now.
    expect(read.session?.unread).toBe(0);
  });

  it('takes a message that is sent again once, also at the same moment', async () => {
    const guest = visitor(at(0));
    const { chat_key, session } = await start(guest);
    const sent = await Promise.all(Array.from({ length: 8 }, () => say(guest, chat_key, 'Hello?', 'same')));
    expect(new Set(sent.map(({ seq }) => seq))).toEqual(new Set([1]));
    expect(sent.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await rowOf(session.id)).toMatchObject({ lastSeq: 1, unreadStaff: 1 });
  });

  it('numbers messages of both sides at the same moment one by one', async () => {
    const guest = visitor(at(0));
    const { chat_key, session } = await start(guest);
    const ours = (n: number) =>
      answerChat(staff, answerChatInput.parse({ session_id: session.id, message: `a${n}`, client_id: `a${n}` }));
    await Promise.all(Array.from({ length: 10 }, (_, n) => (n % 2 ? ours(n) : say(guest, chat_key, `q${n}`))));
    const { messages } = await readOwnChat(guest, { chat_key, after: 0 });
    expect(messages.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('refuses 5,000 characters, nothing, and a key that opens nothing', async () => {
    const parse = (message: string) => sendChatInput.safeParse({ message, client_id: 'x' }).success;
    expect([parse('x'.repeat(5000)), parse('   '), parse('x'.repeat(4000))]).toEqual([false, false, true]);
    expect(await outcome(say(visitor(), 'no-such-key', 'Hello'))).toBe('CHAT_001');
    expect(await outcome(readOwnChat(visitor(), { chat_key: null, after: 0 }))).toBe('CHAT_001');
  });

  it('is not open while the shop has switched it off', async () => {
    await setSetting('chat', { enabled: false });
    expect(await outcome(start(visitor()))).toBe('CHAT_001');
    expect((await getChatDoor(visitor(), { chat_key: null })).is_enabled).toBe(false);
  });

  it('of somebody else is found neither by a guess nor by the link of another', async () => {
    const guest = visitor(at(0));
    const one = await start(guest);
    const other = await start(guest);
    const link = (await getUnreadOfChat(system(0), { session_id: one.session.id, by: 'staff', after: 0 }))?.link ?? '';
    const key = new URL(link).searchParams.get('key') ?? '';
    expect((await readOwnChat(guest, { chat_key: key, after: 0 })).session?.id).toBe(one.session.id);
    const forged = key.replace(one.session.id, other.session.id);
    expect(await outcome(readOwnChat(guest, { chat_key: forged, after: 0 }))).toBe('CHAT_001');
    await database().db.update(chatSessions).set({ linkVersion: 2 }).where(eq(chatSessions.id, one.session.id));
    expect(await outcome(readOwnChat(guest, { chat_key: key, after: 0 }))).toBe('CHAT_001');
  });
});

describe('staff', () => {
  it('see the cart of the visitor, and find talks by state, reader and name', async () => {
    const guest = visitor(at(2));
    const { variantId } = await makeProduct();
    const { cart_key } = await addToCart(guest, {
      ...{ cart_key: null, variant_id: variantId, quantity: 2, on_date: null, note: '' },
    });
    const { chat_key, session } = await start(guest, { cart_key, name: 'Șerban Ivănescu' });
    await say(guest, chat_key, 'Is this fresh?');
    expect((await readDeskChat(staff, { session_id: session.id })).cart?.items).toMatchObject([{ quantity: 2 }]);
    const found = async (input: Parameters<typeof listChats>[1]) =>
      (await listChats(staff, input)).items.map(({ id }) => id);
    const page = { page: 1, limit: 20, cursor: undefined };
    expect(await found({ ...page, q: 'ivăn', show: undefined })).toEqual([session.id]);
    expect(await found({ ...page, q: undefined, show: 'unread' })).not.toContain(session.id);
    await say(guest, chat_key, 'Hello?');
    expect(await found({ ...page, q: undefined, show: 'unread' })).toContain(session.id);
    const before = await countUnreadChats(staff);
    await changeChat(staff, { session_id: session.id, status: 'resolved' });
    expect(await countUnreadChats(staff)).toBe(before - 1);
    expect(await found({ ...page, q: undefined, show: 'resolved' })).toContain(session.id);
  });

  it('move a talk along its steps only; a blocked visitor is told so, a resolved one begins anew', async () => {
    const guest = visitor(at(0));
    const { chat_key, session } = await start(guest);
    await say(guest, chat_key, 'Hello');
    const move = (status: 'open' | 'waiting' | 'resolved' | 'blocked') =>
      outcome(changeChat(staff, { session_id: session.id, status }));
    expect(await move('resolved')).toBe('ok');
    expect(await move('waiting')).toBe('CHAT_002');
    await say(guest, chat_key, 'One more thing');
    expect((await rowOf(session.id)).status).toBe('waiting');
    expect(await move('blocked')).toBe('ok');
    expect(await outcome(say(guest, chat_key, 'Please'))).toBe('CHAT_001');
    expect(await outcome(startChat(guest, { chat_key, cart_key: null }))).toBe('CHAT_001');
    expect(await move('open')).toBe('ok');
    expect(await outcome(say(guest, chat_key, 'Thanks'))).toBe('ok');
  });

  it('say who the visitor is, and nobody who is not there', async () => {
    const { session } = await start(visitor(at(0)));
    const to = (change: Record<string, unknown>) => outcome(changeChat(staff, { session_id: session.id, ...change }));
    expect(await to({ customer_id: newId() })).toBe('VALIDATION_ERROR');
    expect(await to({ user_id: newId() })).toBe('VALIDATION_ERROR');
    expect(await to({ assigned_to: newId() })).toBe('VALIDATION_ERROR');
    expect(await outcome(changeChat(staff, { session_id: newId(), status: 'open' }))).toBe('DB_002');
    expect(await outcome(changeChat(visitor(), { session_id: session.id, status: 'open' }))).toBe('AUTH_002');
  });
});

describe('rules', () => {
  it('answer once, marked as automatic, unless somebody is there or the shop does not want it', async () => {
    const guest = visitor(at(0));
    await makeProduct({}, { name: 'Chatty rye', slug: `chatty-${newId()}`, allergens: ['gluten', 'sesame'] });
    const { chat_key, session } = await start(guest);
    await say(guest, chat_key, 'Does the chatty RYE have allergens?');
    const ask = (seq: number, minutes: number) => answerByRule(system(minutes), { session_id: session.id, seq });
    expect(await Promise.all([ask(1, 0), ask(1, 0), ask(1, 0)])).toEqual(expect.arrayContaining([true, false, false]));
    const { messages } = await readOwnChat(guest, { chat_key, after: 1 });
    expect(messages).toMatchObject([{ sender_type: 'bot', message: expect.stringContaining('gluten, sesame') }]);
    // Whether a person has to look is not for a rule to decide.
    expect(await rowOf(session.id)).toMatchObject({ status: 'waiting', unreadStaff: 1 });
    await answerChat(staff, answerChatInput.parse({ session_id: session.id, message: 'And mustard.' }));
    await say(visitor(at(2)), chat_key, 'Where is my order?');
    expect(await ask(4, 2)).toBe(false);
    expect(await ask(4, 30)).toBe(true);
    await setSetting('chat', { answers: false });
    await say(visitor(at(60)), chat_key, 'Where is my order?');
    expect(await ask(6, 60)).toBe(false);
  });
});

describe('what nobody reads', () => {
  it('goes out by mail once: the answer to the visitor with a link that goes on, the question to the staff', async () => {
    await setSetting('shop', { name: 'Mill & Moss', email: 'hello@mill.example' });
    const guest = visitor(at(0));
    const email = `${newId()}@example.com`;
    const written = await writeToShop(guest, {
      ...{ chat_key: null, cart_key: null, name: 'Ana', email, message: 'Do you cater?', client_id: newId() },
    });
    const { id } = (await getChatDoor(guest, { chat_key: written.chat_key })).session ?? { id: '' };
    await announceUnread(system(1));
    expect((await rowOf(id)).alarmedSeq).toBe(0);
    await announceUnread(system(10));
    expect((await rowOf(id)).alarmedSeq).toBe(1);
    await answerChat({ ...staff, ...at(11) }, answerChatInput.parse({ session_id: id, message: 'We do, from ten.' }));
    await announceUnread(system(20));
    await announceUnread(system(30));
    const events = await database()
      .db.select()
      .from(domainEvents)
      .where(and(eq(domainEvents.topic, 'chat.unread'), eq(domainEvents.entityId, id)))
      .orderBy(domainEvents.seq);
    expect(events.map(({ payload }) => payload)).toEqual([
      { session_id: id, reader: 'staff', after: 0 },
      { session_id: id, reader: 'visitor', after: 1 },
    ]);
    for (const event of events) {
      const told = eventInput.parse({ ...event, entity_id: event.entityId });
      await tellOfEvent(system(30), told, async () => undefined);
    }
    const letters = await database().db.select().from(notifications).where(eq(notifications.event, 'chat_unread'));
    expect(letters.map(({ recipient }) => recipient)).toEqual(['hello@mill.example', email]);
    const [toStaff, toVisitor] = letters;
    expect(toStaff?.body).toContain('Do you cater?');
    expect(toVisitor?.body).toContain('We do, from ten.');
    const link = /http\S+\/chat\/open\?key=(\S+)/.exec(toVisitor?.body ?? '')?.[1] ?? '';
    expect((await readOwnChat(guest, { chat_key: link, after: 0 })).session?.id).toBe(id);
  });

  it('is no reason to write to somebody who left no address, or about words of a rule', async () => {
    const guest = visitor(at(0));
    const { chat_key, session } = await start(guest);
    await say(guest, chat_key, 'Where is my order?');
    await answerByRule(system(0), { session_id: session.id, seq: 1 });
    await readDeskChat(staff, { session_id: session.id });
    await announceUnread(system(10));
    const events = await database().db.select().from(domainEvents).where(eq(domainEvents.entityId, session.id));
    expect(events.map(({ topic }) => topic)).toEqual(['chat.message', 'chat.message']);
  });

  it('of a visitor nobody knows is forgotten after a year, and a talk in which nothing was said at once', async () => {
    const [empty, old, fresh] = [await start(visitor(at(0))), await start(visitor(at(0))), await start(visitor(at(0)))];
    await say(visitor(at(0)), old.chat_key, 'Hello');
    await say(visitor(at(60 * 24 * 300)), fresh.chat_key, 'Hello');
    await sweepChats(system(60 * 24 * 366));
    const left = await database().db.select({ id: chatSessions.id }).from(chatSessions);
    const ids = left.map(({ id }) => id);
    expect([empty, old, fresh].map(({ session }) => ids.includes(session.id))).toEqual([false, false, true]);
  });
});
