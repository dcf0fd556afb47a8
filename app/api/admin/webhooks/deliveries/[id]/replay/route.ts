import { endpoint, methods } from '#lib/http/endpoint';
import { replayDeliveryApi } from '#lib/webhooks/api';
import { replayDelivery } from '#lib/webhooks/commands';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(replayDeliveryApi, replayDelivery),
});
