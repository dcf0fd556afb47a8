import { listTestimonialsApi } from '#lib/content/api';
import { listTestimonials } from '#lib/content/queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listTestimonialsApi, listTestimonials),
});
