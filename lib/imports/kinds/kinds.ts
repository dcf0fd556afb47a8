import 'server-only';
import { openCustomers } from './customers.ts';
import type { Kinds } from './judge.ts';
import { openProducts } from './products.ts';

export const KINDS: Kinds = { products: openProducts, customers: openCustomers };
