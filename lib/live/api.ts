import { contract } from '#lib/http/contract';
import { openStreamInput } from './input.ts';

export const streamEventsApi = contract({
  access: 'public',
  tag: 'Shop',
  id: 'streamEvents',
  method: 'GET',
  path: '/events',
  summary: 'Hear what changes',
  description: [
    'One stream of server-sent events for as many topics as you may read; one that you may not read refuses the whole stream. Everybody hears `stock` and `slots`; `cart` is the cart of the key or login that is sent; `order:{number}` needs the key of its link, the session of its customer, a login of the desk or a token; `booking:{number}` and `chat:{id}` a login of the desk or a token; `desk` a login of the desk.',
    'Each event has an `id`, its topic as `event`, and ids and figures as `data`: what is now, never a difference, so that one which comes twice does no harm. `stock`: `product_id, variant_id, stock_quantity, in_stock, few_left` (null for what is made per day: ask again). `slots`: `slot_id, location_id, method, starts_at`. `cart`: `version, item_count`. `desk` and `order:{number}`: `order_id, order_number, status, payment_status, what`; `desk` and `booking:{number}`: `booking_id, booking_number, status, what`; `desk` of a talk: `chat_id, what`. `chat:{id}`: `session_id, seq, sender_type, message, at`.',
    'Beside them `hello` (`topics, resumed`) once, `beat` every 25 seconds, and `reset` when what was missed is too long ago to be told: look again at what you show. Come back with `Last-Event-ID` and nothing is missed. A stream ends now and then to have its rights looked at again, and when they end; `retry` says when to come back. Too many streams of one address or session, or in all: `RATE_001` with `Retry-After`.',
  ].join('\n\n'),
  query: openStreamInput,
  raw: 'text/event-stream',
  errors: ['AUTH_002', 'AUTH_003', 'AUTH_008', 'DB_002'],
  example: {
    query: { topics: 'stock' },
    data: 'id: 4711\nevent: stock\ndata: {"product_id":"0197a0c0-0000-7000-8000-000000000001","variant_id":"0197a0c0-0000-7000-8000-000000000002","stock_quantity":3,"in_stock":true,"few_left":true}\n\n',
  },
});
