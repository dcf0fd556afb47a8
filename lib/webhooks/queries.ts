import 'server-only';

export { getDelivery, listDeliveries } from './queries/deliveries.ts';
export { getWebhook, hasListeners, listWebhooks } from './queries/endpoints.ts';
