import { contract, idParam } from '#lib/http/contract';
import { changeSlotInput, listSlotsInput } from '../desk-input.ts';
import { deskSlotDetailOutput, deskSlotOutput } from '../desk-output.ts';
import { order, slot } from './examples.ts';

const onSlot = { params: { id: slot.id } };
const detail = { ...slot, orders: [order] };

export const listDeskSlotsApi = contract({
  access: 'staff',
  tag: 'Places',
  id: 'listDeskSlots',
  method: 'GET',
  path: '/admin/slots',
  summary: 'List slots for the desk',
  description:
    'Every slot of some days with what is booked in it, exactly: those of the opening hours, and those that have orders without being in them any more.',
  query: listSlotsInput,
  output: deskSlotOutput,
  isList: true,
  example: { query: { from: '2026-05-30', method: 'pickup' }, data: [slot] },
});

export const getDeskSlotApi = contract({
  access: 'staff',
  tag: 'Places',
  id: 'getDeskSlot',
  method: 'GET',
  path: '/admin/slots/{id}',
  summary: 'Get a slot for the desk',
  description: 'One slot with its orders, those that were served included.',
  params: idParam,
  output: deskSlotDetailOutput,
  errors: ['DB_002'],
  example: { ...onSlot, data: detail },
});

export const changeSlotApi = contract({
  access: 'admin',
  tag: 'Places',
  id: 'changeSlot',
  method: 'PATCH',
  path: '/admin/slots/{id}',
  summary: 'Change a slot',
  description:
    'Closes or opens it, gives it a capacity of its own, or goes back to the opening hours (`has_own_capacity: false`). Below what is booked it keeps those orders, takes no more, and says in `over_orders` and `over_load` how far it is beyond.',
  params: idParam,
  body: changeSlotInput,
  output: deskSlotDetailOutput,
  errors: ['DB_002'],
  example: { ...onSlot, body: { closed: false, capacity_orders: 12 }, data: detail },
});
