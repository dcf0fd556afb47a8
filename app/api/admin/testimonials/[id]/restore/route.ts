import { restoreTestimonialApi } from '#lib/content/api';
import { restoreTestimonial } from '#lib/content/commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(restoreTestimonialApi, restoreTestimonial),
});
