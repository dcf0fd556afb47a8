import 'server-only';
import { isSame, seal } from '#lib/auth/secrets';
import { env } from '#lib/env';

type Talk = { id: string; linkVersion: number };

/**
 * The key in the link of a mail. It opens the talk beside the key of the browser it began in, so that a visitor goes on
 * from any device: nothing is stored, raising `linkVersion` ends every link given out.
 */
const linkKey = ({ id, linkVersion }: Talk): string => `${id}.${seal('chat', `${id}.${linkVersion}`)}`;

const SHAPE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\./;

/** The talk a key of a link names; null for the key of a browser. */
export const talkOfLinkKey = (key: string): string | null => SHAPE.exec(key)?.[1] ?? null;

export const isLinkKey = (key: string, talk: Talk): boolean => isSame(key, linkKey(talk));

/** Opens the talk in any browser: sets its cookie and goes on to the page. */
export const chatUrl = (talk: Talk): string => `${env().APP_URL}/chat/open?key=${linkKey(talk)}`;
