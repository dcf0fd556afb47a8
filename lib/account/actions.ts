'use server';

import { z } from 'zod';
import { openAccountSession, signOut } from '#lib/auth/commands';
import { readCustomerSession } from '#lib/auth/customer-session';
import type { CustomerSessionDto } from '#lib/auth/phone-output';
import { isCodeInOutbox } from '#lib/auth/phone-queries';
import { adoptCart } from '#lib/cart/commands';
import { cartOwner } from '#lib/cart/queries';
import type { Context } from '#lib/context';
import { action } from '#lib/http/action';
import { forgetCart, readCartKey, rememberCart } from '#lib/http/cart-cookie';
import { forgetCustomerCookie, writeCustomerCookie } from '#lib/http/customer-cookie';
import { doorFacts } from '#lib/http/door-facts';
import { formAction } from '#lib/http/form';
import type { FormState } from '#lib/http/form-state';
import { go } from '#lib/http/go';
import { askForCode } from './ask-code.ts';
import {
  completeAccount,
  confirmRegistration,
  prepareRegistration,
  register,
  signInByCode,
  signInCustomer,
} from './commands.ts';
import { known, withoutSecrets } from './form-door.ts';
import type { RegisterState, SignInState } from './form-states.ts';
import {
  askCodeInput,
  completeAccountInput,
  confirmRegistrationInput,
  registerInput,
  signInByCodeInput,
  signInPageInput,
} from './input.ts';
import { safeNext } from './next.ts';

/** What the forms around an account call. Each works as a plain form too. */

/** Signs this browser in. What is in its cart comes along; the cart of another device is here then, too. */
async function enter(ctx: Context, session: CustomerSessionDto, next: unknown): Promise<never> {
  await writeCustomerCookie(session);
  const actor = await readCustomerSession(ctx.db, session.token, ctx.now);
  if (actor?.kind === 'customer') {
    const cart_key = await readCartKey();
    const cart = await adoptCart({ ...ctx, actor }, { cart_key });
    if (cart) await rememberCart(cart_key, cart, ctx.now);
  }
  return go(safeNext(next));
}

const enterAs = async (ctx: Context, user: { id: string }, next: unknown): Promise<never> =>
  enter(ctx, await openAccountSession(ctx, user, await doorFacts()), next);

/** With where to go on from there. */
const withNext = <S extends z.ZodRawShape>(schema: z.ZodObject<S>) =>
  schema.extend({ next: z.string().max(200).optional() });

const byPassword = formAction({
  input: withNext(signInPageInput),
  toInput: known('login', 'password', 'next'),
  run: async (ctx, { next, ...input }): Promise<never> =>
    enter(ctx, await signInCustomer(ctx, input, await doorFacts()), next),
});
const byCode = formAction({
  input: withNext(signInByCodeInput),
  toInput: known('phone', 'code', 'next'),
  run: async (ctx, { next, ...input }): Promise<never> => {
    const { session, is } = await signInByCode(ctx, input, await doorFacts());
    if (is !== 'new') return enter(ctx, session, next);
    await writeCustomerCookie(session);
    return go('/register');
  },
});
const askCode = formAction({ input: askCodeInput, toInput: known('phone'), run: askForCode });

/** `intent` says which button: `password`, `ask` sends a code, `code` signs in by it. */
export async function signInAction(previous: SignInState, form: FormData): Promise<SignInState> {
  const intent = form.get('intent');
  if (intent === 'ask') {
    const { result, values } = await askCode(previous, form);
    if (result?.ok) return { result: null, values, step: result.data };
    return { result, values, step: previous.step };
  }
  const answer = await (intent === 'code' ? byCode : byPassword)(previous, form);
  return { ...withoutSecrets(answer), step: intent === 'code' ? previous.step : null };
}

type Begun = { letter: RegisterState['letter']; step: RegisterState['step'] };

const begin = formAction({
  input: registerInput,
  toInput: ({ contact, marketing, name, password }) => ({
    name,
    password,
    marketing: marketing === 'yes',
    // Whatever has a letter in it was not meant as a number.
    ...(typeof contact === 'string' && /[\p{L}@]/u.test(contact) ? { email: contact } : { phone: contact }),
  }),
  run: async (ctx, input): Promise<Begun> => {
    const { email } = input;
    if (email !== null) {
      await register(ctx, input);
      return { letter: { to: email, in_outbox: await isCodeInOutbox(ctx, 'email') }, step: null };
    }
    const { registration } = await prepareRegistration(ctx, input);
    return { letter: null, step: { ...(await askForCode(ctx, { phone: input.phone ?? '' })), registration } };
  },
});

const confirm = formAction({
  input: withNext(confirmRegistrationInput),
  toInput: known('registration', 'password', 'code', 'next'),
  run: async (ctx, { next, ...input }): Promise<never> =>
    enterAs(ctx, await confirmRegistration(ctx, input, await doorFacts()), next),
});

/** The fields of the form carry one for either way to be reached. */
function atContact<T>(state: FormState<T>): FormState<T> {
  const { result } = state;
  if (!result || result.ok) return state;
  const { email, phone, ...fields } = result.fields;
  const contact = email ?? phone;
  return { ...state, result: { ...result, fields: { ...fields, ...(contact ? { contact } : {}) } } };
}

/** `intent` says which button: `register`, `ask` sends another code, `code` confirms by it. */
export async function registerAction(previous: RegisterState, form: FormData): Promise<RegisterState> {
  const intent = form.get('intent');
  const { letter, step } = previous;
  if (intent === 'code') return { ...(await confirm(previous, form)), letter, step };
  if (intent === 'ask' && step) {
    const { result, values } = await askCode(previous, form);
    if (!result?.ok) return { result, values, letter, step };
    return { result: null, values, letter, step: { ...result.data, registration: step.registration } };
  }
  const begun = withoutSecrets(atContact(await begin(previous, form)));
  if (!begun.result?.ok) return { result: begun.result, values: begun.values, letter: null, step: null };
  return { result: null, values: begun.values, ...begun.result.data };
}

/** The link of the letter was opened, and the password is typed once more. */
export async function confirmRegistrationAction(previous: FormState<never>, form: FormData) {
  return withoutSecrets(await confirm(previous, form));
}

const complete = formAction({
  input: completeAccountInput,
  toInput: ({ name, password, marketing }) => ({ name, password, marketing: marketing === 'yes' }),
  run: async (ctx, input): Promise<never> => enterAs(ctx, await completeAccount(ctx, input), null),
});

/** For somebody who has just proven a phone. */
export async function completeAccountAction(previous: FormState<never>, form: FormData) {
  return withoutSecrets(await complete(previous, form));
}

const leave = action({
  input: z.strictObject({}),
  run: async (ctx) => {
    await signOut(ctx);
    await forgetCustomerCookie();
    // A phone that was proven has the cart of its browser, and leaves it there.
    if (cartOwner(ctx) !== null) await forgetCart();
  },
});

export async function signOutCustomerAction(): Promise<void> {
  const left = await leave({});
  return go(left.ok ? '/login?out=1' : '/account');
}
