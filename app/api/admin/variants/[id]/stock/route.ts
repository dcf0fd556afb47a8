import { endpoint, methods } from '#lib/http/endpoint';
import { adjustVariantStockApi } from '#lib/stock/api';
import { adjustStock } from '#lib/stock/commands';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PATCH: endpoint(adjustVariantStockApi, adjustStock),
});
