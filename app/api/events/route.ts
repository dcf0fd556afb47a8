import { endpoint, methods } from '#lib/http/endpoint';
import { streamEventsApi } from '#lib/live/api';
import { openStream } from '#lib/live/commands';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(streamEventsApi, openStream),
});
