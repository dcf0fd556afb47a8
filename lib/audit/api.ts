import { contract } from '#lib/http/contract';
import { listAuditInput } from './input.ts';
import { auditOutput } from './output.ts';

export const listAuditApi = contract({
  access: 'admin',
  tag: 'Operation',
  id: 'listAudit',
  method: 'GET',
  path: '/admin/audit',
  summary: 'List who changed what',
  description: 'Every change by staff, customers and the shop itself, newest first. Nothing in it is ever changed.',
  query: listAuditInput,
  output: auditOutput,
  isList: true,
  example: {
    query: { entity: 'product', from: '2026-05-24' },
    data: [
      {
        id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e8101',
        at: '2026-05-24T08:00:00.000Z',
        actor_kind: 'staff',
        actor_id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e3101',
        actor_name: 'Maria Stan',
        action: 'product.updated',
        entity: 'product',
        entity_id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e1001',
        entity_name: null,
        changes: { before: { price: 4.5 }, after: { price: 4.8 } },
        request_id: 'req-7f3a',
      },
    ],
  },
});
