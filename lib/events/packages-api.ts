import { z } from 'zod';
import { contract, idParam, idParamAs } from '#lib/http/contract';
import { pictureFields, takePicture } from '#lib/media/input';
import { imageOutput } from '#lib/media/output';
import { deskPackageExample, imageExample, packageExample } from './api-examples.ts';
import {
  addPackageImageInput,
  createPackageInput,
  describePackageImageInput,
  getPackageInput,
  listDeskPackagesInput,
  orderPackageImagesInput,
  packageIdInput,
  replacePackageInput,
  updatePackageInput,
} from './package-input.ts';
import { deskPackageOutput, packageOutput } from './package-output.ts';

const shown = { access: 'public', tag: 'Packages' } as const;
const desk = { access: 'staff', tag: 'Packages' } as const;
const { id } = packageExample;
const onPackage = { params: { id } };
const body = {
  name: 'Garden wedding',
  description: packageExample.description,
  price_kind: 'from',
  price: 1450,
  included_items: packageExample.included_items,
  deposit_percent: 30,
  max_guests: 120,
};

export const listPackagesApi = contract({
  ...shown,
  id: 'listPackages',
  method: 'GET',
  path: '/packages',
  summary: 'List packages',
  description:
    'What can be booked for an event, in the order of the shop: price or where it begins, what is included, how long it takes.',
  output: packageOutput,
  isList: true,
  kept: () => ['content', 'shop'],
  example: { data: [packageExample] },
});

export const getPackageApi = contract({
  ...shown,
  id: 'getPackage',
  method: 'GET',
  path: '/packages/{id}',
  summary: 'Get one package',
  description: 'A package that the shop shows, by its id or its slug.',
  params: getPackageInput,
  output: packageOutput,
  errors: ['DB_002'],
  kept: () => ['content', 'shop'],
  example: { params: { id: packageExample.slug }, data: packageExample },
});

export const listDeskPackagesApi = contract({
  ...desk,
  id: 'listDeskPackages',
  method: 'GET',
  path: '/admin/packages',
  summary: 'List packages for the desk',
  description: 'All of them in the order of the shop, hidden ones too; `archived=true` lists the archived ones.',
  query: listDeskPackagesInput,
  output: deskPackageOutput,
  isList: true,
  example: { data: [deskPackageExample] },
});

export const createPackageApi = contract({
  ...desk,
  id: 'createPackage',
  method: 'POST',
  path: '/admin/packages',
  summary: 'Add a package',
  description:
    'It comes after the others. Without `price_kind` the price is fixed; `on_request` has none. The slug is made from the name.',
  body: createPackageInput,
  output: deskPackageOutput,
  status: 201,
  errors: ['CONF_001'],
  example: { body, data: deskPackageExample },
});

export const getDeskPackageApi = contract({
  ...desk,
  id: 'getDeskPackage',
  method: 'GET',
  path: '/admin/packages/{id}',
  summary: 'Get a package for the desk',
  description: 'One package, hidden or archived or not. Its `ETag` serves as `If-Match` of a change.',
  params: idParam,
  output: deskPackageOutput,
  errors: ['DB_002'],
  example: { ...onPackage, data: deskPackageExample },
});

export const replacePackageApi = contract({
  ...desk,
  id: 'replacePackage',
  method: 'PUT',
  path: '/admin/packages/{id}',
  summary: 'Replace a package',
  description:
    'What is not named goes back to its default; address and pictures stay. A stale `If-Match` is told what changed since, when, and by whom.',
  params: idParam,
  body: replacePackageInput,
  output: deskPackageOutput,
  isVersioned: true,
  errors: ['DB_002', 'CONF_001'],
  example: { ...onPackage, body, data: deskPackageExample },
});

export const updatePackageApi = contract({
  ...desk,
  id: 'updatePackage',
  method: 'PATCH',
  path: '/admin/packages/{id}',
  summary: 'Change a package',
  description: 'Only what is named changes. A stale `If-Match` is told what changed since, when, and by whom.',
  params: idParam,
  body: updatePackageInput,
  output: deskPackageOutput,
  isVersioned: true,
  errors: ['DB_002', 'CONF_001'],
  example: { ...onPackage, body: { price: 1600 }, data: deskPackageExample },
});

export const archivePackageApi = contract({
  ...desk,
  id: 'archivePackage',
  method: 'DELETE',
  path: '/admin/packages/{id}',
  summary: 'Archive a package',
  description: 'It leaves the shop and keeps its address; bookings keep what they hold, and it can be restored.',
  params: packageIdInput,
  status: 204,
  errors: ['DB_002'],
  example: onPackage,
});

export const restorePackageApi = contract({
  ...desk,
  id: 'restorePackage',
  method: 'POST',
  path: '/admin/packages/{id}/restore',
  summary: 'Restore a package',
  description: 'Brings an archived package back, as it was.',
  params: packageIdInput,
  output: deskPackageOutput,
  errors: ['DB_002'],
  example: { ...onPackage, data: deskPackageExample },
});

export const addPackageImageApi = contract({
  ...desk,
  id: 'addPackageImage',
  method: 'POST',
  path: '/admin/packages/{id}/images',
  summary: 'Add a picture to a package',
  description:
    'One JPEG, PNG or WebP of at most 8 MB as `file` (or `image`), with its `alt` text. It is encoded anew without its metadata. A package has at most five pictures; the first is its face.',
  params: idParamAs('package_id'),
  body: addPackageImageInput.extend(pictureFields).transform(takePicture),
  accepts: 'multipart',
  output: imageOutput,
  status: 201,
  errors: ['DB_002', 'FILE_001', 'FILE_002'],
  example: { ...onPackage, body: { file: '(the picture)', alt: imageExample.alt }, data: imageExample },
});

export const orderPackageImagesApi = contract({
  ...desk,
  id: 'orderPackageImages',
  method: 'PUT',
  path: '/admin/packages/{id}/images',
  summary: 'Put the pictures of a package in order',
  description: 'Names every picture of the package in its new order; answers them in it.',
  params: idParamAs('package_id'),
  body: orderPackageImagesInput,
  output: z.array(imageOutput),
  errors: ['DB_002'],
  example: { ...onPackage, body: { ids: [imageExample.id] }, data: [imageExample] },
});

const imageParams = z
  .object({ id: idParam.shape.id, image: idParam.shape.id })
  .transform(({ id, image }) => ({ package_id: id, id: image }));
const onImage = { params: { id, image: imageExample.id } };

export const describePackageImageApi = contract({
  ...desk,
  id: 'describePackageImage',
  method: 'PUT',
  path: '/admin/packages/{id}/images/{image}',
  summary: 'Describe a picture of a package',
  description: 'Sets the text that stands for the picture where it is not seen.',
  params: imageParams,
  body: describePackageImageInput,
  output: imageOutput,
  errors: ['DB_002'],
  example: { ...onImage, body: { alt: imageExample.alt }, data: imageExample },
});

export const removePackageImageApi = contract({
  ...desk,
  id: 'removePackageImage',
  method: 'DELETE',
  path: '/admin/packages/{id}/images/{image}',
  summary: 'Remove a picture from a package',
  description: 'The picture is gone from the package and from the shop.',
  params: imageParams,
  status: 204,
  errors: ['DB_002'],
  example: onImage,
});
