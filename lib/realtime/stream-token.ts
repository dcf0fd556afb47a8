import 'server-only';
import { isSame, seal } from '#lib/auth/secrets';

/** Long enough to open the stream with; an address with a token in it may end up in somebody's log. */
export const STREAM_TOKEN_SECONDS = 60;

const TOKEN = /^([0-9a-z]{6,9})\.([\w-]{43})$/;

/**
 * Opens one topic for a minute, for those who cannot send what proves them: an EventSource sends no headers, and the key
 * of an order stays with its page. Whoever makes one has authorised it. Nothing is stored.
 */
export function signStreamToken(topic: string, now: Date): string {
  const until = Math.floor(now.getTime() / 1000 + STREAM_TOKEN_SECONDS).toString(36);
  return `${until}.${seal('stream', `${topic}\n${until}`)}`;
}

/** True for a token of ours, for this topic and no other, whose minute is not over. */
export function isStreamToken(token: string, topic: string, now: Date): boolean {
  const [, until = '', proof = ''] = TOKEN.exec(token) ?? [];
  if (until === '' || !isSame(proof, seal('stream', `${topic}\n${until}`))) return false;
  return Number.parseInt(until, 36) * 1000 > now.getTime();
}
