import 'server-only';

export { getDelivery, listDeliveries } from './queries/deliveries.ts';
export { getWebhook, listWebhooks } from './queries/endpoints.ts';
