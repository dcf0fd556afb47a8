import { describeThemeImage, removeThemeImage } from '#lib/events/commands';
import { describeThemeImageApi, removeThemeImageApi } from '#lib/events/themes-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: endpoint(describeThemeImageApi, describeThemeImage),
  DELETE: endpoint(removeThemeImageApi, removeThemeImage),
});
