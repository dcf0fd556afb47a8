import type { Who } from '#tests/integration/access/who';

/** API keys and webhooks. */
export const endpoints: Record<string, Who> = {
  listApiKeys: 'admin',
  createApiKey: 'admin',
  revokeApiKey: 'admin',
  listWebhooks: 'admin',
  createWebhook: 'admin',
  getWebhook: 'admin',
  updateWebhook: 'admin',
  removeWebhook: 'admin',
  rotateWebhookSecret: 'admin',
  testWebhook: 'admin',
  listWebhookDeliveries: 'admin',
  replayWebhookDelivery: 'admin',
};

export const actions: Record<string, Who> = {
  'auth/createApiKeyAction': 'admin',
  'auth/revokeApiKeyAction': 'admin',
  'webhooks/createWebhookAction': 'admin',
  'webhooks/removeWebhookAction': 'admin',
  'webhooks/replayDeliveryAction': 'admin',
  'webhooks/rotateWebhookSecretAction': 'admin',
  'webhooks/testWebhookAction': 'admin',
  'webhooks/updateWebhookAction': 'admin',
};
