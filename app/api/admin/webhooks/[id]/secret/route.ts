import { endpoint, methods } from '#lib/http/endpoint';
import { rotateWebhookSecretApi } from '#lib/webhooks/api';
import { rotateWebhookSecret } from '#lib/webhooks/commands';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(rotateWebhookSecretApi, rotateWebhookSecret),
});
