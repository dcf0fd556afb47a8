import { findOwnChat } from '#lib/chat/queries';
import { writeChatKey } from '#lib/http/chat-cookie';
import { go } from '#lib/http/go';
import { pageContext } from '#lib/http/page';

/** The link of a mail: its key goes into the cookie of the talk, and out of the address. */
export async function GET(request: Request): Promise<never> {
  const key = new URL(request.url).searchParams.get('key') ?? '';
  const found = await findOwnChat(await pageContext(), { chat_key: key });
  if (found === null) return go('/chat?link=over');
  await writeChatKey(key);
  return go('/chat');
}
