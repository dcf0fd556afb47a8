import 'server-only';

export { getPlans } from './queries/get-plans.ts';
export { listMovements } from './queries/list-movements.ts';
