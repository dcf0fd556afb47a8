import 'server-only';
import type { Context } from '#lib/context';
import { getOpening } from '#lib/promise/queries/opening';
import { openingState } from '#lib/promise/rules/opening';
import { getSettings } from '#lib/settings/queries';
import type { ChatKey } from '../input.ts';
import type { ChatDoorDto } from '../output.ts';
import { getOwnChat } from './visitor.ts';

/** What a visitor finds when they open the chat: whether somebody is there now, and their talk so far. */
export async function getChatDoor(ctx: Context, key: ChatKey): Promise<ChatDoorDto> {
  // Open to everybody: the hours stand on the door, and the key is the proof of a talk.
  const [{ chat, shop }, opening, own] = await Promise.all([
    getSettings(ctx),
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
    ...own,
  };
}
