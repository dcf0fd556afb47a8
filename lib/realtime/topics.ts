/** What a stream may be about, as clients write it. Pure. */
export type Topic =
  | { kind: 'stock' }
  | { kind: 'slots' }
  | { kind: 'cart' }
  | { kind: 'desk' }
  | { kind: 'order'; number: string }
  | { kind: 'chat'; id: string };

const PLAIN = ['stock', 'slots', 'cart', 'desk'] as const;
const ORDER = /^order:([\w-]{1,40})$/;
const CHAT = /^chat:([0-9a-f-]{36})$/;

/** Null for what is no topic of ours. Numbers of orders are read in any case, as everywhere. */
export function parseTopic(text: string): Topic | null {
  const plain = PLAIN.find((kind) => kind === text);
  if (plain) return { kind: plain };
  const number = ORDER.exec(text)?.[1];
  if (number !== undefined) return { kind: 'order', number: number.toUpperCase() };
  const id = CHAT.exec(text)?.[1];
  return id === undefined ? null : { kind: 'chat', id };
}

/** A topic in its one spelling: the name of its events. */
export function topicName(topic: Topic): string {
  if (topic.kind === 'order') return `order:${topic.number}`;
  return topic.kind === 'chat' ? `chat:${topic.id}` : topic.kind;
}

/** Who hears it. Of most topics everybody who may read them; a cart is heard by those who hold it. */
export const cartAudience = (cartId: string): string => `cart ${cartId}`;
/** A customer's cart, also one that begins later or on another device. */
export const ownerAudience = (customerId: string): string => `cart of ${customerId}`;
