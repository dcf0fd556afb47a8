import { endpoint, methods } from '#lib/http/endpoint';
import { getWebhookApi, removeWebhookApi, updateWebhookApi } from '#lib/webhooks/api';
import { removeWebhook, updateWebhook } from '#lib/webhooks/commands';
import { getWebhook } from '#lib/webhooks/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getWebhookApi, getWebhook),
  PATCH: endpoint(updateWebhookApi, updateWebhook),
  DELETE: endpoint(removeWebhookApi, removeWebhook),
});
