import type { FormState } from '#lib/http/form-state';
import type { CodeStep, Reordered } from './output.ts';

/** What the forms of an account hold between two sends. */

export type SignInState = FormState<never> & { step: CodeStep | null };

export type RegisterState = FormState<never> & {
  /** A letter is on its way, whoever that address belongs to. */
  letter: { to: string; in_outbox: boolean } | null;
  /** A code is on its way; `registration` is what it will confirm. */
  step: (CodeStep & { registration: string }) | null;
};

export type PhoneState = FormState<never> & { step: CodeStep | null };

/** What became of each item of an order, and how full the cart is now. */
export type ReorderState = FormState<never> & { told: { items: readonly Reordered[]; count: number } | null };
