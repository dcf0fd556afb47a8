import { createTestimonialApi, listDeskTestimonialsApi } from '#lib/content/api';
import { createTestimonial } from '#lib/content/commands';
import { listDeskTestimonials } from '#lib/content/queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listDeskTestimonialsApi, listDeskTestimonials),
  POST: endpoint(createTestimonialApi, createTestimonial),
});
