import 'server-only';
import type { Context } from '#lib/context';
import { getOpening } from '#lib/promise/queries/opening';
import { openingState } from '#lib/promise/rules/opening';
import { signStreamToken } from '#lib/realtime/stream-token';
import { settingsIn } from '#lib/settings/in-language';
import type { ChatKey } from '../input.ts';
import type { ChatDoorDto, ChatViewDto, HeardChatDto } from '../output.ts';
import { getOwnChat } from './visitor.ts';

/** What the visitor has been let in to, with a token by which the browser hears what comes next. */
export const heardBy = (ctx: Context, view: ChatViewDto): HeardChatDto => ({
  ...view,
  live_token: view.session && signStreamToken(`chat:${view.session.id}`, ctx.now),
});

/** What a visitor finds when they open the chat: whether somebody is there now, and their talk so far. */
export async function getChatDoor(ctx: Context, key: ChatKey): Promise<ChatDoorDto> {
  // Open to everybody: the hours stand on the door, and the key is the proof of a talk.
  const [{ chat, shop }, opening, own] = await Promise.all([
    settingsIn(ctx),
    getOpening(ctx, 'chat'),
    getOwnChat(ctx, key),
  ]);
  const state = opening === null ? null : openingState(opening, ctx.now);
  return {
    is_enabled: chat.enabled,
    // A shop that has not set any hours answers when it can.
    is_open: state?.isOpen ?? false,
    opens_at: state !== null && !state.isOpen ? (state.opens?.toISOString() ?? null) : null,
    time_zone: shop.time_zone,
    greeting: chat.greeting,
    ...heardBy(ctx, own),
  };
}
