'use server';

import { z } from 'zod';
import type { Context } from '#lib/context';
import { action } from '#lib/http/action';
import { readCartKey } from '#lib/http/cart-cookie';
import { readChatKey, writeChatKey } from '#lib/http/chat-cookie';
import { formAction } from '#lib/http/form';
import type { FormState } from '#lib/http/form-state';
import { messagesOf } from '#lib/i18n/words';
import { answerChat, changeChat, readDeskChat, readOwnChat, writeToShop } from './commands.ts';
import {
  answerChatInput,
  changeChatInput,
  readChatInput,
  readDeskChatInput,
  sendChatInput,
  startChatInput,
  writeToShopInput,
} from './input.ts';
import type { ChatMessageDto, HeardChatDto } from './output.ts';
import { getChatDoor, heardBy } from './queries.ts';

const withKeys = async () => ({ chat_key: await readChatKey(), cart_key: await readCartKey() });

const open = action({
  input: z.strictObject({}),
  // Its words come along: pages that nobody talks on do not carry them.
  run: async (ctx) => ({
    door: await getChatDoor(ctx, { chat_key: await readChatKey() }),
    words: { chat: messagesOf(ctx.locale).chat },
  }),
});

/** What the bubble shows when it is opened: whether somebody is there, and the talk so far. */
export async function openChatAction() {
  return open({});
}

const read = action({
  input: readChatInput,
  run: async (ctx, { after }): Promise<HeardChatDto> =>
    heardBy(ctx, await readOwnChat(ctx, { chat_key: await readChatKey(), after })),
});

/** Messages after a number; the talk counts as read. */
export async function readChatAction(input: z.input<typeof readChatInput>) {
  return read(input);
}

/** Begins the talk with the first message, and goes on with it afterwards. */
async function say(ctx: Context, input: z.output<typeof sayInput>): Promise<ChatMessageDto> {
  const keys = await withKeys();
  const { chat_key, ...message } = await writeToShop(ctx, { ...input, ...keys });
  if (chat_key !== keys.chat_key) await writeChatKey(chat_key);
  return message;
}

const sayInput = startChatInput
  .omit({ chat_key: true, cart_key: true })
  .extend({ message: sendChatInput.shape.message, client_id: sendChatInput.shape.client_id });
const saying = action({ input: sayInput, run: say });

/** One message of the visitor, with who they are where they say so. */
export async function sayAction(input: z.input<typeof sayInput>) {
  return saying(input);
}

const write = formAction({
  input: writeToShopInput.omit({ chat_key: true, cart_key: true }),
  run: async (ctx, input): Promise<ChatMessageDto> => {
    const { chat_key, ...message } = await writeToShop(ctx, { ...input, ...(await withKeys()) });
    await writeChatKey(chat_key);
    return message;
  },
});

/** The contact form: fields `name`, `email`, `message`, `client_id`. */
export async function writeToShopAction(previous: FormState<ChatMessageDto>, form: FormData) {
  return write(previous, form);
}

const answer = action({ input: answerChatInput, run: answerChat });

export async function answerChatAction(input: z.input<typeof answerChatInput>) {
  return answer(input);
}

const change = action({ input: changeChatInput, run: changeChat });

export async function changeChatAction(input: z.input<typeof changeChatInput>) {
  return change(input);
}

const readDesk = action({ input: readDeskChatInput, run: readDeskChat });

/** The newest messages of a talk, or older ones; they count as read. */
export async function readDeskChatAction(input: z.input<typeof readDeskChatInput>) {
  return readDesk(input);
}
