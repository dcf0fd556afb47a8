import { restoreTheme } from '#lib/events/commands';
import { restoreThemeApi } from '#lib/events/themes-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(restoreThemeApi, restoreTheme),
});
