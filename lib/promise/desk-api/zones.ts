import { contract, idParam } from '#lib/http/contract';
import { archiveQuery } from '../desk-input.ts';
import { zoneOutput } from '../desk-output.ts';
import { createZoneInput, replaceZoneInput, updateZoneInput, zonesQuery } from '../zone-input.ts';
import { place, stamps } from './examples.ts';

const see = { access: 'staff', tag: 'Places' } as const;
const change = { access: 'admin', tag: 'Places' } as const;
const body = {
  location_id: place.id,
  name: 'Around the canal',
  postal_rules: [
    { kind: 'exact', code: '10115' },
    { kind: 'prefix', prefix: '101' },
    { kind: 'range', from: '10200', to: '10299' },
  ],
  fees: [
    { from_subtotal: 0, fee: 3.5 },
    { from_subtotal: 40, fee: 0 },
  ],
  min_order: 15,
};
const { location_id: _, ...rest } = body;
const zone = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e4005',
  ...rest,
  location: { id: place.id, name: place.name },
  postal_codes: '10115, 101*, 10200-10299',
  extra_lead_minutes: 0,
  priority: 0,
  active: true,
  currency: 'EUR',
  open_orders: 3,
  archived_at: null,
  ...stamps,
};
const onZone = { params: { id: zone.id } };

export const listDeskZonesApi = contract({
  ...see,
  id: 'listDeskZones',
  method: 'GET',
  path: '/admin/zones',
  summary: 'List delivery zones',
  description: 'With fees and postal codes, those that win over others first; `archived=true` lists the archived ones.',
  query: zonesQuery,
  output: zoneOutput,
  isList: true,
  example: { data: [zone] },
});

export const createZoneApi = contract({
  ...change,
  id: 'createZone',
  method: 'POST',
  path: '/admin/zones',
  summary: 'Add a delivery zone',
  description:
    'Fees are steps from a subtotal upwards, one of them from 0; a fee of 0 is free from there. As soon as there is one zone, the shop delivers nowhere else.',
  body: createZoneInput,
  output: zoneOutput,
  status: 201,
  example: { body, data: zone },
});

export const getDeskZoneApi = contract({
  ...see,
  id: 'getDeskZone',
  method: 'GET',
  path: '/admin/zones/{id}',
  summary: 'Get a delivery zone',
  description: 'One zone, archived or not.',
  params: idParam,
  output: zoneOutput,
  errors: ['DB_002'],
  example: { ...onZone, data: zone },
});

export const replaceZoneApi = contract({
  ...change,
  id: 'replaceZone',
  method: 'PUT',
  path: '/admin/zones/{id}',
  summary: 'Replace a delivery zone',
  description: 'What is not named goes back to its default.',
  params: idParam,
  body: replaceZoneInput,
  output: zoneOutput,
  errors: ['DB_002', 'CONF_002'],
  example: { ...onZone, body, data: zone },
});

export const updateZoneApi = contract({
  ...change,
  id: 'updateZone',
  method: 'PATCH',
  path: '/admin/zones/{id}',
  summary: 'Change a delivery zone',
  description:
    'Only what is named changes; `fees` and `postal_rules` come whole. Making it inactive may ask for `confirm`.',
  params: idParam,
  body: updateZoneInput,
  output: zoneOutput,
  errors: ['DB_002', 'CONF_002'],
  example: { ...onZone, body: { min_order: 15 }, data: zone },
});

export const archiveZoneApi = contract({
  ...change,
  id: 'archiveZone',
  method: 'DELETE',
  path: '/admin/zones/{id}',
  summary: 'Archive a delivery zone',
  description:
    'Nothing is delivered there any more; orders stay as they are. With open orders, or when it is the last zone (`last_zone`: the shop would then deliver everywhere at no charge), it asks for `confirm=true`.',
  params: idParam,
  query: archiveQuery,
  status: 204,
  errors: ['DB_002', 'CONF_002'],
  example: onZone,
});

export const restoreZoneApi = contract({
  ...change,
  id: 'restoreZone',
  method: 'POST',
  path: '/admin/zones/{id}/restore',
  summary: 'Restore a delivery zone',
  description: 'Brings an archived zone back; its place must be there.',
  params: idParam,
  output: zoneOutput,
  errors: ['DB_002', 'VALIDATION_ERROR'],
  example: { ...onZone, data: zone },
});
