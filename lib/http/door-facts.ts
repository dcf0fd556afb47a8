import 'server-only';
import { headers } from 'next/headers';

/** What an action tells a command about the browser, for the list of sessions. */
export const doorFacts = async () => ({ userAgent: (await headers()).get('user-agent') });
