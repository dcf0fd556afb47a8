import { changeChat, readDeskChat } from '#lib/chat/commands';
import { changeChatApi, getChatApi } from '#lib/chat/desk-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getChatApi, readDeskChat),
  PATCH: endpoint(changeChatApi, changeChat),
});
