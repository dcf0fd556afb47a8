import { getTheme } from '#lib/events/queries';
import { getThemeApi } from '#lib/events/themes-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getThemeApi, (ctx, { id }) => getTheme(ctx, id)),
});
