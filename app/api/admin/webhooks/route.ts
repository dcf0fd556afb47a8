import { endpoint, methods } from '#lib/http/endpoint';
import { createWebhookApi, listWebhooksApi } from '#lib/webhooks/api';
import { createWebhook } from '#lib/webhooks/commands';
import { listWebhooks } from '#lib/webhooks/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listWebhooksApi, listWebhooks),
  POST: endpoint(createWebhookApi, createWebhook),
});
