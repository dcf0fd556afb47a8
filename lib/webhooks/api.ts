import { contract, idParam } from '#lib/http/contract';
import { createWebhookInput, listDeliveriesInput, updateWebhookInput } from './input.ts';
import { deliveryOutput, newWebhookOutput, webhookOutput } from './output.ts';

const hooks = { access: 'admin', tag: 'Webhooks' } as const;
const body = {
  url: 'https://books.example.com/hooks/barrow',
  description: 'Bookkeeping',
  events: ['order.placed', 'payment.changed'],
};
const webhook = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e9101',
  ...body,
  is_active: true,
  state: 'active',
  disabled_at: null,
  disabled_reason: null,
  failing_since: null,
  created_at: '2026-06-01T08:00:00.000Z',
  updated_at: '2026-06-01T08:00:00.000Z',
};
const secret = 'whsec_k3J0Zr9m4Qx2b7Yt1uW5sE8dA6fGhJ0lZxCvBnM3pQo';
const delivery = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e9201',
  endpoint_id: webhook.id,
  url: webhook.url,
  event: 'stock.low',
  status: 'delivered',
  attempts: 1,
  response_code: 204,
  error: null,
  payload: {
    id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e9201',
    event: 'stock.low',
    created_at: '2026-06-01T08:00:00.000Z',
    data: {
      variant_id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e1201',
      product_id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e1101',
      slug: 'rye-loaf',
      product_name: 'Rye loaf',
      variant_title: '800 g',
      sku: 'RYE-800',
      stock_quantity: 3,
      low_stock_threshold: 3,
    },
  },
  created_at: '2026-06-01T08:00:00.000Z',
  next_attempt_at: null,
  delivered_at: '2026-06-01T08:00:01.000Z',
};
const waiting = { ...delivery, status: 'queued', attempts: 0, response_code: null, delivered_at: null };
const onWebhook = { params: { id: webhook.id } };

export const listWebhooksApi = contract({
  ...hooks,
  id: 'listWebhooks',
  method: 'GET',
  path: '/admin/webhooks',
  summary: 'List webhooks',
  description: 'Where other programs are told of what happens, the newest first.',
  output: webhookOutput,
  isList: true,
  example: { data: [webhook] },
});

export const createWebhookApi = contract({
  ...hooks,
  id: 'createWebhook',
  method: 'POST',
  path: '/admin/webhooks',
  summary: 'Add a webhook',
  description:
    'Answers the `secret` this once. Each event is posted as `{ id, event, created_at, data }`, where `data` has the shape of this API, with `Barrow-Signature: t=…,v1=…`: the hex HMAC-SHA256 of `t`, a dot and the body. Any 2xx within ten seconds is a success; otherwise it is tried for a day. The address has to be https and public.',
  body: createWebhookInput,
  output: newWebhookOutput,
  status: 201,
  example: { body, data: { ...webhook, secret } },
});

export const getWebhookApi = contract({
  ...hooks,
  id: 'getWebhook',
  method: 'GET',
  path: '/admin/webhooks/{id}',
  summary: 'Get a webhook',
  description: 'One webhook, without its secret.',
  params: idParam,
  output: webhookOutput,
  errors: ['DB_002'],
  example: { ...onWebhook, data: webhook },
});

export const updateWebhookApi = contract({
  ...hooks,
  id: 'updateWebhook',
  method: 'PATCH',
  path: '/admin/webhooks/{id}',
  summary: 'Change a webhook',
  description:
    'Only what is named changes. `is_active: false` pauses it, and what still waits has failed; `true` starts it again, also after the shop has switched it off.',
  params: idParam,
  body: updateWebhookInput,
  output: webhookOutput,
  errors: ['DB_002'],
  example: { ...onWebhook, body: { is_active: true }, data: webhook },
});

export const removeWebhookApi = contract({
  ...hooks,
  id: 'removeWebhook',
  method: 'DELETE',
  path: '/admin/webhooks/{id}',
  summary: 'Remove a webhook',
  description: 'With all its deliveries.',
  params: idParam,
  status: 204,
  errors: ['DB_002'],
  example: onWebhook,
});

export const rotateWebhookSecretApi = contract({
  ...hooks,
  id: 'rotateWebhookSecret',
  method: 'POST',
  path: '/admin/webhooks/{id}/secret',
  summary: 'Replace the secret of a webhook',
  description: 'Answers the new `secret` this once. For a day requests carry a `v1` of each, the new one first.',
  params: idParam,
  output: newWebhookOutput,
  errors: ['DB_002'],
  example: { ...onWebhook, data: { ...webhook, secret } },
});

export const testWebhookApi = contract({
  ...hooks,
  id: 'testWebhook',
  method: 'POST',
  path: '/admin/webhooks/{id}/test',
  summary: 'Test a webhook',
  description: 'Posts the event `test`, once; the delivery says what became of it.',
  params: idParam,
  output: deliveryOutput,
  status: 202,
  errors: ['DB_002'],
  example: {
    ...onWebhook,
    data: {
      ...waiting,
      event: 'test',
      payload: { ...delivery.payload, event: 'test', data: { shop: 'Korn & Kruste' } },
    },
  },
});

export const listDeliveriesApi = contract({
  ...hooks,
  id: 'listWebhookDeliveries',
  method: 'GET',
  path: '/admin/webhooks/deliveries',
  summary: 'List deliveries of webhooks',
  description: 'What was sent, waits or has failed, newest first, with the body. Kept for thirty days.',
  query: listDeliveriesInput,
  output: deliveryOutput,
  isList: true,
  example: { query: { status: 'delivered' }, data: [delivery] },
});

export const replayDeliveryApi = contract({
  ...hooks,
  id: 'replayWebhookDelivery',
  method: 'POST',
  path: '/admin/webhooks/deliveries/{id}/replay',
  summary: 'Send a delivery again',
  description: 'The same body with the same `id`, signed anew, and tried for a day again.',
  params: idParam,
  output: deliveryOutput,
  status: 202,
  errors: ['DB_002', 'CONF_002'],
  example: { params: { id: delivery.id }, data: waiting },
});
