import { contract, idParam } from '#lib/http/contract';
import { closuresQuery, createClosureInput, replaceClosureInput, updateClosureInput } from '../desk-input.ts';
import { closureOutput, closureRowOutput } from '../desk-output.ts';
import { order, stamps } from './examples.ts';

const see = { access: 'staff', tag: 'Places' } as const;
const change = { access: 'admin', tag: 'Places' } as const;
const body = { from: '2026-05-30', to: '2026-05-31', public_message: 'The oven is being relined.' };
const row = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e4004',
  location: null,
  purpose: null,
  public_message: body.public_message,
  starts_at: '2026-05-29T22:00:00.000Z',
  ends_at: '2026-05-31T22:00:00.000Z',
  from: body.from,
  to: body.to,
  from_time: null,
  to_time: null,
  open_orders: 1,
  ...stamps,
};
const closure = { ...row, orders: [order] };
const onClosure = { params: { id: row.id } };

export const listClosuresApi = contract({
  ...see,
  id: 'listClosures',
  method: 'GET',
  path: '/admin/closures',
  summary: 'List closures',
  description:
    'Those that are not over, the next first; `past=true` lists the others. Each with its open orders counted.',
  query: closuresQuery,
  output: closureRowOutput,
  isList: true,
  example: { data: [row] },
});

export const createClosureApi = contract({
  ...change,
  id: 'createClosure',
  method: 'POST',
  path: '/admin/closures',
  summary: 'Close for a time',
  description:
    'A place, a purpose, or everything, for days of the shop (`from`, `to`, both closed, perhaps with hours) or between two moments (`starts_at`, `ends_at`). Orders inside stay as they are; the answer lists them.',
  body: createClosureInput,
  output: closureOutput,
  status: 201,
  example: { body, data: closure },
});

export const getClosureApi = contract({
  ...see,
  id: 'getClosure',
  method: 'GET',
  path: '/admin/closures/{id}',
  summary: 'Get a closure',
  description: 'One closure with the open orders inside it, by slot: whom to call.',
  params: idParam,
  output: closureOutput,
  errors: ['DB_002'],
  example: { ...onClosure, data: closure },
});

export const replaceClosureApi = contract({
  ...change,
  id: 'replaceClosure',
  method: 'PUT',
  path: '/admin/closures/{id}',
  summary: 'Replace a closure',
  description: 'What is not named goes back to its default.',
  params: idParam,
  body: replaceClosureInput,
  output: closureOutput,
  errors: ['DB_002'],
  example: { ...onClosure, body, data: closure },
});

export const updateClosureApi = contract({
  ...change,
  id: 'updateClosure',
  method: 'PATCH',
  path: '/admin/closures/{id}',
  summary: 'Change a closure',
  description: 'Only what is named changes; days come whole, of `starts_at` and `ends_at` one may stay.',
  params: idParam,
  body: updateClosureInput,
  output: closureOutput,
  errors: ['DB_002'],
  example: { ...onClosure, body: { public_message: body.public_message }, data: closure },
});

export const endClosureApi = contract({
  ...change,
  id: 'endClosure',
  method: 'POST',
  path: '/admin/closures/{id}/end',
  summary: 'End a closure now',
  description: 'One that has not begun is removed; one that is over stays.',
  params: idParam,
  status: 204,
  errors: ['DB_002'],
  example: onClosure,
});

export const removeClosureApi = contract({
  ...change,
  id: 'removeClosure',
  method: 'DELETE',
  path: '/admin/closures/{id}',
  summary: 'Remove a closure',
  description: 'As if it had never been.',
  params: idParam,
  status: 204,
  errors: ['DB_002'],
  example: onClosure,
});
