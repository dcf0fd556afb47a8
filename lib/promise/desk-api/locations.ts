import { contract, idParam } from '#lib/http/contract';
import {
  archiveQuery,
  createLocationInput,
  placesQuery,
  replaceLocationInput,
  updateLocationInput,
} from '../desk-input.ts';
import { locationOutput } from '../desk-output.ts';
import { place } from './examples.ts';

const see = { access: 'staff', tag: 'Places' } as const;
const change = { access: 'admin', tag: 'Places' } as const;
const onPlace = { params: { id: place.id } };
const body = { name: place.name, street: place.street, city: place.city, postal_code: place.postal_code };

export const listLocationsApi = contract({
  ...see,
  id: 'listLocations',
  method: 'GET',
  path: '/admin/locations',
  summary: 'List places',
  description:
    'Where customers collect and delivery starts, in the order of the shop; `archived=true` lists the others.',
  query: placesQuery,
  output: locationOutput,
  isList: true,
  example: { data: [place] },
});

export const createLocationApi = contract({
  ...change,
  id: 'createLocation',
  method: 'POST',
  path: '/admin/locations',
  summary: 'Add a place',
  description: 'The last in the list unless `display_order` says where. It takes orders once it has opening hours.',
  body: createLocationInput,
  output: locationOutput,
  status: 201,
  example: { body, data: place },
});

export const getLocationApi = contract({
  ...see,
  id: 'getLocation',
  method: 'GET',
  path: '/admin/locations/{id}',
  summary: 'Get a place',
  description: 'One place, archived or not.',
  params: idParam,
  output: locationOutput,
  errors: ['DB_002'],
  example: { ...onPlace, data: place },
});

export const replaceLocationApi = contract({
  ...change,
  id: 'replaceLocation',
  method: 'PUT',
  path: '/admin/locations/{id}',
  summary: 'Replace a place',
  description: 'What is not named goes back to its default; its position in the list stays.',
  params: idParam,
  body: replaceLocationInput,
  output: locationOutput,
  errors: ['DB_002', 'CONF_002'],
  example: { ...onPlace, body, data: place },
});

export const updateLocationApi = contract({
  ...change,
  id: 'updateLocation',
  method: 'PATCH',
  path: '/admin/locations/{id}',
  summary: 'Change a place',
  description: 'Only what is named changes. Making it inactive while open orders depend on it asks for `confirm`.',
  params: idParam,
  body: updateLocationInput,
  output: locationOutput,
  errors: ['DB_002', 'CONF_002'],
  example: { ...onPlace, body: { instructions: place.instructions }, data: place },
});

export const archiveLocationApi = contract({
  ...change,
  id: 'archiveLocation',
  method: 'DELETE',
  path: '/admin/locations/{id}',
  summary: 'Archive a place',
  description:
    'Its delivery zones go with it; orders stay as they are. With open orders, or when it takes the last zone along (`last_zone`: the shop would then deliver everywhere at no charge), it asks for `confirm=true`.',
  params: idParam,
  query: archiveQuery,
  status: 204,
  errors: ['DB_002', 'CONF_002'],
  example: onPlace,
});

export const restoreLocationApi = contract({
  ...change,
  id: 'restoreLocation',
  method: 'POST',
  path: '/admin/locations/{id}/restore',
  summary: 'Restore a place',
  description: 'Brings an archived place back, with its hours and the zones that went with it.',
  params: idParam,
  output: locationOutput,
  errors: ['DB_002'],
  example: { ...onPlace, data: place },
});
