import { z } from 'zod';
import { contract, idParam, idParamAs } from '#lib/http/contract';
import { pictureFields, takePicture } from '#lib/media/input';
import { imageOutput } from '#lib/media/output';
import { deskThemeExample, imageExample, themeExample } from './api-examples.ts';
import {
  addThemeImageInput,
  createThemeInput,
  describeThemeImageInput,
  getThemeInput,
  listDeskThemesInput,
  orderThemeImagesInput,
  replaceThemeInput,
  themeIdInput,
  updateThemeInput,
} from './theme-input.ts';
import { deskThemeOutput, themeOutput } from './theme-output.ts';

const shown = { access: 'public', tag: 'Themes' } as const;
const desk = { access: 'staff', tag: 'Themes' } as const;
const { id } = themeExample;
const onTheme = { params: { id } };
const body = { name: 'Midnight garden', description: themeExample.description };

export const listThemesApi = contract({
  ...shown,
  id: 'listThemes',
  method: 'GET',
  path: '/themes',
  summary: 'List themes',
  description: 'Looks that an event can have, each with its gallery, in the order of the shop.',
  output: themeOutput,
  isList: true,
  kept: () => ['content', 'shop'],
  example: { data: [themeExample] },
});

export const getThemeApi = contract({
  ...shown,
  id: 'getTheme',
  method: 'GET',
  path: '/themes/{id}',
  summary: 'Get one theme',
  description: 'A theme that the shop shows, by its id or its slug.',
  params: getThemeInput,
  output: themeOutput,
  errors: ['DB_002'],
  kept: () => ['content', 'shop'],
  example: { params: { id: themeExample.slug }, data: themeExample },
});

export const listDeskThemesApi = contract({
  ...desk,
  id: 'listDeskThemes',
  method: 'GET',
  path: '/admin/themes',
  summary: 'List themes for the desk',
  description: 'All of them in the order of the shop, hidden ones too; `archived=true` lists the archived ones.',
  query: listDeskThemesInput,
  output: deskThemeOutput,
  isList: true,
  example: { data: [deskThemeExample] },
});

export const createThemeApi = contract({
  ...desk,
  id: 'createTheme',
  method: 'POST',
  path: '/admin/themes',
  summary: 'Add a theme',
  description: 'It comes after the others; the slug is made from the name. Pictures are added to it one by one.',
  body: createThemeInput,
  output: deskThemeOutput,
  status: 201,
  errors: ['CONF_001'],
  example: { body, data: deskThemeExample },
});

export const getDeskThemeApi = contract({
  ...desk,
  id: 'getDeskTheme',
  method: 'GET',
  path: '/admin/themes/{id}',
  summary: 'Get a theme for the desk',
  description: 'One theme, hidden or archived or not. Its `ETag` serves as `If-Match` of a change.',
  params: idParam,
  output: deskThemeOutput,
  errors: ['DB_002'],
  example: { ...onTheme, data: deskThemeExample },
});

export const replaceThemeApi = contract({
  ...desk,
  id: 'replaceTheme',
  method: 'PUT',
  path: '/admin/themes/{id}',
  summary: 'Replace a theme',
  description:
    'What is not named goes back to its default; address and pictures stay. A stale `If-Match` is told what changed since, when, and by whom.',
  params: idParam,
  body: replaceThemeInput,
  output: deskThemeOutput,
  isVersioned: true,
  errors: ['DB_002', 'CONF_001'],
  example: { ...onTheme, body, data: deskThemeExample },
});

export const updateThemeApi = contract({
  ...desk,
  id: 'updateTheme',
  method: 'PATCH',
  path: '/admin/themes/{id}',
  summary: 'Change a theme',
  description: 'Only what is named changes. A stale `If-Match` is told what changed since, when, and by whom.',
  params: idParam,
  body: updateThemeInput,
  output: deskThemeOutput,
  isVersioned: true,
  errors: ['DB_002', 'CONF_001'],
  example: { ...onTheme, body: { active: false }, data: deskThemeExample },
});

export const archiveThemeApi = contract({
  ...desk,
  id: 'archiveTheme',
  method: 'DELETE',
  path: '/admin/themes/{id}',
  summary: 'Archive a theme',
  description: 'It leaves the shop and keeps its address; bookings keep what they hold, and it can be restored.',
  params: themeIdInput,
  status: 204,
  errors: ['DB_002'],
  example: onTheme,
});

export const restoreThemeApi = contract({
  ...desk,
  id: 'restoreTheme',
  method: 'POST',
  path: '/admin/themes/{id}/restore',
  summary: 'Restore a theme',
  description: 'Brings an archived theme back, as it was.',
  params: themeIdInput,
  output: deskThemeOutput,
  errors: ['DB_002'],
  example: { ...onTheme, data: deskThemeExample },
});

export const addThemeImageApi = contract({
  ...desk,
  id: 'addThemeImage',
  method: 'POST',
  path: '/admin/themes/{id}/images',
  summary: 'Add a picture to a theme',
  description:
    'One JPEG, PNG or WebP of at most 8 MB as `file` (or `image`), with its `alt` text. It is encoded anew without its metadata. A theme has at most twelve pictures; the first is its face.',
  params: idParamAs('theme_id'),
  body: addThemeImageInput.extend(pictureFields).transform(takePicture),
  accepts: 'multipart',
  output: imageOutput,
  status: 201,
  errors: ['DB_002', 'FILE_001', 'FILE_002'],
  example: { ...onTheme, body: { file: '(the picture)', alt: imageExample.alt }, data: imageExample },
});

export const orderThemeImagesApi = contract({
  ...desk,
  id: 'orderThemeImages',
  method: 'PUT',
  path: '/admin/themes/{id}/images',
  summary: 'Put the pictures of a theme in order',
  description: 'Names every picture of the theme in its new order; answers them in it.',
  params: idParamAs('theme_id'),
  body: orderThemeImagesInput,
  output: z.array(imageOutput),
  errors: ['DB_002'],
  example: { ...onTheme, body: { ids: [imageExample.id] }, data: [imageExample] },
});

const imageParams = z
  .object({ id: idParam.shape.id, image: idParam.shape.id })
  .transform(({ id, image }) => ({ theme_id: id, id: image }));
const onImage = { params: { id, image: imageExample.id } };

export const describeThemeImageApi = contract({
  ...desk,
  id: 'describeThemeImage',
  method: 'PUT',
  path: '/admin/themes/{id}/images/{image}',
  summary: 'Describe a picture of a theme',
  description: 'Sets the text that stands for the picture where it is not seen.',
  params: imageParams,
  body: describeThemeImageInput,
  output: imageOutput,
  errors: ['DB_002'],
  example: { ...onImage, body: { alt: imageExample.alt }, data: imageExample },
});

export const removeThemeImageApi = contract({
  ...desk,
  id: 'removeThemeImage',
  method: 'DELETE',
  path: '/admin/themes/{id}/images/{image}',
  summary: 'Remove a picture from a theme',
  description: 'The picture is gone from the theme and from the shop.',
  params: imageParams,
  status: 204,
  errors: ['DB_002'],
  example: onImage,
});
