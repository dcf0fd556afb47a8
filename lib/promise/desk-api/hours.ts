import { contract, idParam } from '#lib/http/contract';
import { archiveQuery } from '../desk-input.ts';
import { openingRuleOutput } from '../desk-output.ts';
import { createRuleInput, replaceRuleInput, rulesQuery, updateRuleInput } from '../hours-input.ts';
import { place, stamps } from './examples.ts';

const see = { access: 'staff', tag: 'Places' } as const;
const change = { access: 'admin', tag: 'Places' } as const;
const body = {
  location_id: place.id,
  purpose: 'pickup',
  weekday: 6,
  starts: '08:00',
  ends: '13:00',
  slot_minutes: 30,
  capacity_orders: 12,
  capacity_load: 60,
  cutoff: { kind: 'time', time: '18:00', days_before: 1 },
};
const rule = { id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e4003', ...body, valid_from: null, valid_to: null, ...stamps };
const onRule = { params: { id: rule.id } };

export const listOpeningRulesApi = contract({
  ...see,
  id: 'listOpeningRules',
  method: 'GET',
  path: '/admin/opening-rules',
  summary: 'List opening hours',
  description: 'Weekly windows by place, purpose, weekday and time, those of all seasons.',
  query: rulesQuery,
  output: openingRuleOutput,
  isList: true,
  example: { query: { purpose: 'pickup' }, data: [rule] },
});

export const createOpeningRuleApi = contract({
  ...change,
  id: 'createOpeningRule',
  method: 'POST',
  path: '/admin/opening-rules',
  summary: 'Add a weekly window',
  description:
    'Cut into slots of `slot_minutes`; times are on the clock of the shop. `cutoff` is `{ kind: "minutes", minutes }` before each slot, or `{ kind: "time", time, days_before }`. A window that overlaps with another one of the place and purpose is refused with CONF_001, which names that one as `with`.',
  body: createRuleInput,
  output: openingRuleOutput,
  status: 201,
  errors: ['CONF_001'],
  example: { body, data: rule },
});

export const getOpeningRuleApi = contract({
  ...see,
  id: 'getOpeningRule',
  method: 'GET',
  path: '/admin/opening-rules/{id}',
  summary: 'Get a weekly window',
  description: 'One window of opening hours.',
  params: idParam,
  output: openingRuleOutput,
  errors: ['DB_002'],
  example: { ...onRule, data: rule },
});

export const replaceOpeningRuleApi = contract({
  ...change,
  id: 'replaceOpeningRule',
  method: 'PUT',
  path: '/admin/opening-rules/{id}',
  summary: 'Replace a weekly window',
  description: 'What is not named goes back to its default. With orders that lose their hours it asks for `confirm`.',
  params: idParam,
  body: replaceRuleInput,
  output: openingRuleOutput,
  errors: ['DB_002', 'CONF_001', 'CONF_002'],
  example: { ...onRule, body, data: rule },
});

export const updateOpeningRuleApi = contract({
  ...change,
  id: 'updateOpeningRule',
  method: 'PATCH',
  path: '/admin/opening-rules/{id}',
  summary: 'Change a weekly window',
  description: 'Only what is named changes. With open orders that lose their hours it asks for `confirm`.',
  params: idParam,
  body: updateRuleInput,
  output: openingRuleOutput,
  errors: ['DB_002', 'CONF_001', 'CONF_002'],
  example: { ...onRule, body: { ends: '13:00' }, data: rule },
});

export const removeOpeningRuleApi = contract({
  ...change,
  id: 'removeOpeningRule',
  method: 'DELETE',
  path: '/admin/opening-rules/{id}',
  summary: 'Remove a weekly window',
  description: 'Orders in its slots stay as they are; with open ones it asks for `confirm=true`.',
  params: idParam,
  query: archiveQuery,
  status: 204,
  errors: ['DB_002', 'CONF_002'],
  example: onRule,
});
