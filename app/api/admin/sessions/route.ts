import { listChatsApi } from '#lib/chat/desk-api';
import { listChats } from '#lib/chat/queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listChatsApi, listChats),
});
