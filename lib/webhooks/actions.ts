'use server';

import { action } from '#lib/http/action';
import {
  createWebhook,
  removeWebhook,
  replayDelivery,
  rotateWebhookSecret,
  testWebhook,
  updateWebhook,
} from './commands.ts';
import { createWebhookInput, updateWebhookInput, webhookRefInput } from './input.ts';

export const createWebhookAction = action({ input: createWebhookInput, run: createWebhook });
export const updateWebhookAction = action({ input: updateWebhookInput, run: updateWebhook });
export const removeWebhookAction = action({ input: webhookRefInput, run: removeWebhook });
export const rotateWebhookSecretAction = action({ input: webhookRefInput, run: rotateWebhookSecret });
export const testWebhookAction = action({ input: webhookRefInput, run: testWebhook });
export const replayDeliveryAction = action({ input: webhookRefInput, run: replayDelivery });
