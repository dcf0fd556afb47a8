import { contract } from '#lib/http/contract';

export const getMetricsApi = contract({
  access: 'admin',
  // An area of its own: whoever watches the shop need not be able to read its mail.
  tag: 'Metrics',
  id: 'getMetrics',
  method: 'GET',
  path: '/metrics',
  summary: 'Get figures for Prometheus',
  description:
    'Requests, kept responses, orders, queues, events, connections and the process itself, in the text format of Prometheus. Without personal data; labels are few and fixed.',
  raw: 'text/plain',
  example: { data: '# TYPE barrow_orders_placed_total counter\nbarrow_orders_placed_total 128\n' },
});
