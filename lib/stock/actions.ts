'use server';

import { action } from '#lib/http/action';
import { adjustStock } from './commands.ts';
import { adjustStockInput } from './input.ts';

export const adjustStockAction = action({ input: adjustStockInput, run: adjustStock });
