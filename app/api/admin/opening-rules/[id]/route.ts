import { endpoint, methods } from '#lib/http/endpoint';
import { removeOpeningRule, replaceOpeningRule, updateOpeningRule } from '#lib/promise/commands';
import {
  getOpeningRuleApi,
  removeOpeningRuleApi,
  replaceOpeningRuleApi,
  updateOpeningRuleApi,
} from '#lib/promise/desk-api';
import { getOpeningRule } from '#lib/promise/queries/desk-hours';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getOpeningRuleApi, getOpeningRule),
  PUT: endpoint(replaceOpeningRuleApi, replaceOpeningRule),
  PATCH: endpoint(updateOpeningRuleApi, updateOpeningRule),
  DELETE: endpoint(removeOpeningRuleApi, removeOpeningRule),
});
