import { endpoint, methods } from '#lib/http/endpoint';
import { testWebhookApi } from '#lib/webhooks/api';
import { testWebhook } from '#lib/webhooks/commands';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(testWebhookApi, testWebhook),
});
