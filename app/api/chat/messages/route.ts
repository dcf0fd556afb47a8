import { listChatMessagesApi, sendChatMessageApi } from '#lib/chat/api';
import { readOwnChat, sendChatMessage } from '#lib/chat/commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listChatMessagesApi, (ctx, input, { chatKey }) => readOwnChat(ctx, { ...input, chat_key: chatKey })),
  POST: endpoint(sendChatMessageApi, sendChatMessage),
});
