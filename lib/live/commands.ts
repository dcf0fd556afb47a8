import 'server-only';
import { cartOwner, getCartLines } from '#lib/cart/queries';
import { type Context, isStaff, requireRole } from '#lib/context';
import { DomainError } from '#lib/errors';
import type { RequestFacts } from '#lib/http/request';
import { getOrderNumber } from '#lib/orders/queries';
import { isStreamToken } from '#lib/realtime/stream-token';
import type { Grant } from '#lib/realtime/streams';
import { cartAudience, ownerAudience, parseTopic, type Topic, topicName } from '#lib/realtime/topics';
import { runtime } from '#lib/runtime';
import type { OpenStream } from './input.ts';

type Asked = { cartKey: string | null; orderKey: string | null; tokens: readonly string[] };
/** Who it is among those that events of this topic are addressed to. */
type Heard = { name: string; audiences: string[]; session?: string };

/**
 * Decides who may hear what; the server then keeps the connection open and writes to it. Throws AUTH_002, AUTH_003 and
 * AUTH_008 for a topic of the desk, AUTH_002 for a token that is over or opens none of the topics, DB_002 for an order or
 * chat that is not the caller's.
 */
export async function openStream(
  ctx: Context,
  { topics, token, last_event_id, since_seconds }: OpenStream,
  facts: Pick<RequestFacts, 'cartKey' | 'orderKey' | 'request'>,
): Promise<Response> {
  // Open to everybody: each topic is authorised by itself.
  const named = [...new Map(topics.flatMap((text) => parseTopic(text) ?? []).map((one) => [topicName(one), one]))];
  const tokens = token ?? [];
  if (!tokens.every((one) => named.some(([name]) => isStreamToken(one, name, ctx.now)))) {
    throw new DomainError('AUTH_002');
  }
  const heard: Heard[] = [];
  for (const [, topic] of named) {
    heard.push(await hear(ctx, topic, { cartKey: facts.cartKey, orderKey: facts.orderKey, tokens }));
  }

  const { actor } = ctx;
  const sessionId =
    actor.kind === 'staff' || actor.kind === 'customer'
      ? actor.sessionId
      : actor.kind === 'visitor'
        ? actor.proof?.sessionId
        : null;
  const userId = actor.kind === 'staff' || actor.kind === 'customer' ? actor.userId : null;
  const scope = runtime().requestScope?.getStore();
  const grant: Grant = {
    topics: heard.map(({ name }) => name),
    audiences: [...new Set(heard.flatMap(({ audiences }) => audiences))],
    session: sessionId ? `session ${sessionId}` : (heard.find(({ session }) => session)?.session ?? null),
    owners: [...(sessionId ? [`session ${sessionId}`] : []), ...(userId ? [`user ${userId}`] : [])],
    lastId: facts.request.headers.get('last-event-id') ?? last_event_id ?? null,
    sinceSeconds: since_seconds,
  };
  if (scope) scope.stream = grant;
  // Where our own server does not run nothing can be kept open: the stream ends at once, and says when to come back.
  return new Response(scope ? null : 'retry: 10000\n\n', {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'private, no-store' },
  });
}

async function hear(ctx: Context, topic: Topic, asked: Asked): Promise<Heard> {
  const name = topicName(topic);
  switch (topic.kind) {
    case 'stock':
    case 'slots':
      return { name, audiences: [name] };
    case 'desk':
      requireRole(ctx, 'staff');
      return { name, audiences: [name] };
    case 'cart':
      return { name, ...(await cartOf(ctx, asked.cartKey)) };
    case 'order': {
      if (asked.tokens.some((token) => isStreamToken(token, name, ctx.now))) return { name, audiences: [name] };
      const number = await getOrderNumber(ctx, { order_number: topic.number, key: asked.orderKey });
      if (number === null) throw new DomainError('DB_002');
      return { name, audiences: [name] };
    }
    case 'booking':
      if (!isStaff(ctx) && !asked.tokens.some((token) => isStreamToken(token, name, ctx.now))) {
        throw new DomainError('DB_002');
      }
      return { name, audiences: [name] };
    case 'chat': {
      if (!isStaff(ctx) && !asked.tokens.some((token) => isStreamToken(token, name, ctx.now))) {
        throw new DomainError('DB_002');
      }
      return { name, audiences: [name] };
    }
  }
}

/** Without a cart there is nothing to hear, and nothing wrong: one that begins later is heard from the next stream on. */
async function cartOf(ctx: Context, cart_key: string | null): Promise<Omit<Heard, 'name'>> {
  const owner = cartOwner(ctx);
  const cart = await getCartLines(ctx, { cart_key });
  return {
    audiences: [...(owner === null ? [] : [ownerAudience(owner)]), ...(cart ? [cartAudience(cart.id)] : [])],
    ...(cart ? { session: `cart ${cart.id}` } : {}),
  };
}
