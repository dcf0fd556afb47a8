/** What a stream may be about, as clients write it. Pure. */
export type Topic =
  | { kind: 'stock' }
  | { kind: 'slots' }
  | { kind: 'cart' }
  | { kind: 'desk' }
  | { kind: 'order' | 'booking'; number: string }
  | { kind: 'chat'; id: string };

const PLAIN = ['stock', 'slots', 'cart', 'desk'] as const;
const NUMBERED = /^(order|booking):([\w-]{1,40})$/;
const CHAT = /^chat:([0-9a-f-]{36})$/;

/** Null for what is no topic of ours. Numbers of orders and bookings are read in any case, as everywhere. */
export function parseTopic(text: string): Topic | null {
  const plain = PLAIN.find((kind) => kind === text);
  if (plain) return { kind: plain };
  const [, kind, number] = NUMBERED.exec(text) ?? [];
  if (number !== undefined) return { kind: kind === 'order' ? 'order' : 'booking', number: number.toUpperCase() };
  const id = CHAT.exec(text)?.[1];
  return id === undefined ? null : { kind: 'chat', id };
}

/** A topic in its one spelling: the name of its events. */
export function topicName(topic: Topic): string {
  if (topic.kind === 'order' || topic.kind === 'booking') return `${topic.kind}:${topic.number}`;
  return topic.kind === 'chat' ? `chat:${topic.id}` : topic.kind;
}

/** Who hears it. Of most topics everybody who may read them; a cart is heard by those who hold it. */
export const cartAudience = (cartId: string): string => `cart ${cartId}`;
/** A customer's cart, also one that begins later or on another device. */
export const ownerAudience = (customerId: string): string => `cart of ${customerId}`;
