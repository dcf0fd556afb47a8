import { contract, idParam, idParamAs } from '#lib/http/contract';
import { pictureFields, takePicture } from '#lib/media/input';
import {
  createTestimonialInput,
  listDeskTestimonialsInput,
  listTestimonialsInput,
  replaceTestimonialInput,
  testimonialIdInput,
  testimonialPictureInput,
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

export const setTestimonialPictureApi = contract({
  ...desk,
  id: 'setTestimonialPicture',
  method: 'PUT',
  path: '/admin/testimonials/{id}/picture',
  summary: 'Set the picture of a testimonial',
  description:
    'Shown beside the words, in place of the one before: one JPEG, PNG or WebP of at most 8 MB as `file` (or `image`), with its `alt` text. It is encoded anew without its metadata.',
  params: idParamAs('testimonial_id'),
  body: testimonialPictureInput.extend(pictureFields).transform(takePicture),
  accepts: 'multipart',
  output: deskTestimonialOutput,
  errors: ['DB_002', 'FILE_001', 'FILE_002'],
  example: { ...onOne, body: { file: '(the picture)', alt: 'Ana at her table' }, data: deskExample },
});

export const removeTestimonialPictureApi = contract({
  ...desk,
  id: 'removeTestimonialPicture',
  method: 'DELETE',
  path: '/admin/testimonials/{id}/picture',
  summary: 'Remove the picture of a testimonial',
  description: 'The words stay.',
  params: testimonialIdInput,
  status: 204,
  errors: ['DB_002'],
  example: onOne,
});
