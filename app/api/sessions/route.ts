import { startChatApi } from '#lib/chat/api';
import { startChat } from '#lib/chat/commands';
import { startedReply } from '#lib/chat/reply';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(startChatApi, async (ctx, input) => startedReply(await startChat(ctx, input))),
});
