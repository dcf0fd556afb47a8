import { createTheme } from '#lib/events/commands';
import { listDeskThemes } from '#lib/events/queries';
import { createThemeApi, listDeskThemesApi } from '#lib/events/themes-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listDeskThemesApi, listDeskThemes),
  POST: endpoint(createThemeApi, createTheme),
});
