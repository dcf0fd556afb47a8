'use server';

import { action } from '#lib/http/action';
import { adjustStock, setPlans } from './commands.ts';
import { adjustStockInput, setPlansInput } from './input.ts';

export const adjustStockAction = action({ input: adjustStockInput, run: adjustStock });
export const setPlansAction = action({ input: setPlansInput, run: setPlans });
