import { archiveTestimonialApi, replaceTestimonialApi, updateTestimonialApi } from '#lib/content/api';
import { archiveTestimonial, replaceTestimonial, updateTestimonial } from '#lib/content/commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: endpoint(replaceTestimonialApi, replaceTestimonial),
  PATCH: endpoint(updateTestimonialApi, updateTestimonial),
  DELETE: endpoint(archiveTestimonialApi, archiveTestimonial),
});
