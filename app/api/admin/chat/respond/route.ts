import { answerChat } from '#lib/chat/commands';
import { answerChatApi } from '#lib/chat/desk-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(answerChatApi, answerChat),
});
