import { saveTranslations } from '#lib/content/commands';
import { listTranslations } from '#lib/content/queries';
import { listTranslationsApi, saveTranslationsApi } from '#lib/content/translations-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listTranslationsApi, listTranslations),
  PUT: endpoint(saveTranslationsApi, saveTranslations),
});
