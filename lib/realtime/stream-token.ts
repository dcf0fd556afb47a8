import 'server-only';
import { isSame, seal } from '#lib/auth/secrets';

/** Long enough to connect, short enough to be worth nothing in a log. */
const SECONDS = 60;

const sealed = (topic: string, until: number): string => seal('stream', `${topic}.${until}`);

/** A proof for one topic in an address, because an `EventSource` sends no headers. */
export function signStreamToken(topic: string, now: Date): string {
  const until = Math.floor(now.getTime() / 1000) + SECONDS;
  return `${until}.${sealed(topic, until)}`;
}

/** Whether a token opens this topic now. */
export function isStreamToken(token: string, topic: string, now: Date): boolean {
  const [until = '', proof = ''] = token.split('.', 2);
  if (!/^\d{10}$/.test(until) || Number(until) * 1000 < now.getTime()) return false;
  return isSame(proof, sealed(topic, Number(until)));
}
