import { contract, idParam } from '#lib/http/contract';
import {
  createTestimonialInput,
  listDeskTestimonialsInput,
  listTestimonialsInput,
  replaceTestimonialInput,
  testimonialIdInput,
  updateTestimonialInput,
} from './input.ts';
import { deskTestimonialOutput, testimonialOutput } from './output.ts';

const example = {
  id: '0198c0de-0000-7000-8000-0000000000e1',
  name: 'Ana P.',
  message: 'The crust sings when it comes out of the bag.',
  rating: 5,
  image: null,
  image_url: null,
};
const deskExample = {
  ...example,
  status: 'published',
  archived_at: null,
  created_at: '2026-05-31T08:00:00.000Z',
} as const;
const body = { name: example.name, message: example.message, rating: 5, status: 'published' } as const;

export const listTestimonialsApi = contract({
  id: 'listTestimonials',
  method: 'GET',
  path: '/testimonials',
  access: 'public',
  tag: 'Testimonials',
  summary: 'List testimonials',
  description: 'What customers said and the shop shows, in its order.',
  query: listTestimonialsInput,
  output: testimonialOutput,
  isList: true,
  kept: () => ['content'],
  example: { data: [example] },
});

const desk = { access: 'staff', tag: 'Testimonials' } as const;
const onOne = { params: { id: example.id } };

export const listDeskTestimonialsApi = contract({
  ...desk,
  id: 'listDeskTestimonials',
  method: 'GET',
  path: '/admin/testimonials',
  summary: 'List testimonials for the desk',
  description: 'All of them, also those that wait or are hidden; `archived=true` lists the archived ones.',
  query: listDeskTestimonialsInput,
  output: deskTestimonialOutput,
  isList: true,
  example: { data: [deskExample] },
});

export const createTestimonialApi = contract({
  ...desk,
  id: 'createTestimonial',
  method: 'POST',
  path: '/admin/testimonials',
  summary: 'Add a testimonial',
  description: 'It is shown once its status is `published`; without one it waits as `pending`.',
  body: createTestimonialInput,
  output: deskTestimonialOutput,
  status: 201,
  example: { body, data: deskExample },
});

export const replaceTestimonialApi = contract({
  ...desk,
  id: 'replaceTestimonial',
  method: 'PUT',
  path: '/admin/testimonials/{id}',
  summary: 'Replace a testimonial',
  description: 'Writes it anew; its place in the order stays.',
  params: idParam,
  body: replaceTestimonialInput,
  output: deskTestimonialOutput,
  errors: ['DB_002'],
  example: { ...onOne, body, data: deskExample },
});

export const updateTestimonialApi = contract({
  ...desk,
  id: 'updateTestimonial',
  method: 'PATCH',
  path: '/admin/testimonials/{id}',
  summary: 'Change a testimonial',
  description: 'Only what is named changes.',
  params: idParam,
  body: updateTestimonialInput,
  output: deskTestimonialOutput,
  errors: ['DB_002'],
  example: { ...onOne, body: { status: 'hidden' }, data: { ...deskExample, status: 'hidden' } },
});

export const archiveTestimonialApi = contract({
  ...desk,
  id: 'archiveTestimonial',
  method: 'DELETE',
  path: '/admin/testimonials/{id}',
  summary: 'Archive a testimonial',
  description: 'It leaves the shop and can be restored.',
  params: testimonialIdInput,
  status: 204,
  errors: ['DB_002'],
  example: onOne,
});

export const restoreTestimonialApi = contract({
  ...desk,
  id: 'restoreTestimonial',
  method: 'POST',
  path: '/admin/testimonials/{id}/restore',
  summary: 'Restore a testimonial',
  description: 'Brings an archived testimonial back as it was.',
  params: testimonialIdInput,
  output: deskTestimonialOutput,
  errors: ['DB_002'],
  example: { ...onOne, data: deskExample },
});
