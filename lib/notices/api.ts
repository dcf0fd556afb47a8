import { contract } from '#lib/http/contract';
import { listOutboxInput } from './input.ts';
import { outboxOutput } from './output.ts';

export const listOutboxApi = contract({
  access: 'admin',
  tag: 'Operation',
  id: 'listOutbox',
  method: 'GET',
  path: '/admin/outbox',
  summary: 'List what the shop has said',
  description:
    'Every mail and SMS, newest first: sent, waiting, failed, or `captured` where no service is set up to send them.',
  query: listOutboxInput,
  output: outboxOutput,
  isList: true,
  example: {
    query: { channel: 'email', status: 'sent' },
    data: [
      {
        id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e7101',
        event: 'order_placed',
        channel: 'email',
        audience: 'customer',
        recipient: 'ana@example.com',
        subject: 'Your order KK-20260601-001 at Korn & Kruste',
        body: 'Hello Ana Pop, …',
        locale: 'en-IE',
        order_id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e4001',
        order_number: 'KK-20260601-001',
        status: 'sent',
        attempts: 1,
        error: null,
        can_retry: false,
        created_at: '2026-06-01T08:00:00.000Z',
        sent_at: '2026-06-01T08:00:01.000Z',
      },
    ],
  },
});
