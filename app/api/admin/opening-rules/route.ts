import { endpoint, methods } from '#lib/http/endpoint';
import { createOpeningRule } from '#lib/promise/commands';
import { createOpeningRuleApi, listOpeningRulesApi } from '#lib/promise/desk-api';
import { listOpeningRules } from '#lib/promise/queries/desk-hours';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listOpeningRulesApi, listOpeningRules),
  POST: endpoint(createOpeningRuleApi, createOpeningRule),
});
