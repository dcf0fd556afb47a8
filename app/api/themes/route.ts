import { listThemes } from '#lib/events/queries';
import { listThemesApi } from '#lib/events/themes-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listThemesApi, listThemes),
});
