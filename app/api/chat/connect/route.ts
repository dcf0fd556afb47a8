import { connectChatApi } from '#lib/chat/api';
import { connectChat } from '#lib/chat/commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(connectChatApi, connectChat),
});
