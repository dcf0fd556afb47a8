import 'server-only';

export { replayDelivery, testWebhook } from './commands/ask.ts';
export { deliverHook } from './commands/deliver.ts';
export { createWebhook, removeWebhook, rotateWebhookSecret, updateWebhook } from './commands/endpoints.ts';
export { listDueDeliveries, sweepWebhooks } from './commands/sweep.ts';
export { tellWebhooks } from './commands/tell.ts';
