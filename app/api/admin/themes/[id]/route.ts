import { archiveTheme, replaceTheme, updateTheme } from '#lib/events/commands';
import { getDeskTheme } from '#lib/events/queries';
import { archiveThemeApi, getDeskThemeApi, replaceThemeApi, updateThemeApi } from '#lib/events/themes-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getDeskThemeApi, (ctx, { id }) => getDeskTheme(ctx, id)),
  PUT: endpoint(replaceThemeApi, replaceTheme),
  PATCH: endpoint(updateThemeApi, updateTheme),
  DELETE: endpoint(archiveThemeApi, archiveTheme),
});
