import type { ServerResponse } from 'node:http';

/**
 * Who asks for an answer that is being made for somebody else waits for that one. Without it a change of a product sends
 * everybody who asks for the list at that moment into the database, one by one and all at once.
 */
export function createTogether() {
  const underWay = new Map<string, Promise<void>>();

  /** Resolves when the answer under way is out, kept or not; null for whoever is the first and makes it. */
  return (key: string, response: ServerResponse): Promise<void> | null => {
    const first = underWay.get(key);
    if (first !== undefined) return first;
    const { promise, resolve } = Promise.withResolvers<void>();
    underWay.set(key, promise);
    const end = () => {
      if (underWay.get(key) === promise) underWay.delete(key);
      resolve();
    };
    // Whether it could be sent, or whoever asked has gone.
    response.once('finish', end);
    response.once('close', end);
    return null;
  };
}
