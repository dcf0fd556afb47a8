import { listAuditApi } from '#lib/audit/api';
import { listAudit } from '#lib/audit/queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: endpoint(listAuditApi, listAudit) });
