'use server';

import { forgotPassword, resetPassword } from '#lib/auth/commands';
import { isCodeInOutbox } from '#lib/auth/phone-queries';
import { addOwnAddress, removeOwnAddress, updateOwnAddress } from '#lib/customers/commands';
import { idInput } from '#lib/fields';
import { readCartKey, rememberCart } from '#lib/http/cart-cookie';
import { doorFacts } from '#lib/http/door-facts';
import { formAction } from '#lib/http/form';
import type { FormState } from '#lib/http/form-state';
import { go } from '#lib/http/go';
import { askForCode } from '../ask-code.ts';
import { confirmEmail, confirmOwnPhone, reorder, updateAccount } from '../commands.ts';
import { known, withoutSecrets } from '../form-door.ts';
import type { PhoneState, ReorderState } from '../form-states.ts';
import {
  askCodeInput,
  changePasswordInput,
  confirmEmailInput,
  forgotPasswordInput,
  ownAddressInput,
  ownAddressRefInput,
  reorderInput,
  resetPasswordInput,
  signInByCodeInput,
  updateAccountInput,
} from '../input.ts';

/** What the pages of an account call. Each works as a plain form too. */

const askCode = formAction({ input: askCodeInput, toInput: known('phone'), run: askForCode });

const again = formAction({
  input: reorderInput,
  toInput: known('order_number'),
  run: async (ctx, { order_number }): Promise<NonNullable<ReorderState['told']>> => {
    const { told, cart, cart_key } = await reorder(ctx, { order_number, cart_key: await readCartKey() });
    if (cart && cart_key) await rememberCart(cart_key, cart, ctx.now);
    return { items: told, count: cart?.item_count ?? 0 };
  },
});

/** What an order held goes into the cart; what became of each item stands on the page. */
export async function addReorderAction(previous: ReorderState, form: FormData): Promise<ReorderState> {
  const { result, values } = await again(previous, form);
  return { result: result?.ok ? null : result, values, told: result?.ok ? result.data : null };
}

const saveAddress = formAction({
  input: ownAddressInput.extend({ address_id: idInput.optional() }),
  toInput: ({ is_default, ...fields }) => ({ ...fields, is_default: is_default === 'yes' }),
  run: async (ctx, { address_id, ...input }): Promise<never> => {
    if (address_id === undefined) await addOwnAddress(ctx, input);
    else await updateOwnAddress(ctx, { ...input, address_id });
    return go('/account/addresses?saved=1');
  },
});

/** With `address_id` an address that is there already. */
export async function saveAddressAction(previous: FormState<never>, form: FormData) {
  return saveAddress(previous, form);
}

const removeAddress = formAction({
  input: ownAddressRefInput,
  run: async (ctx, input): Promise<never> => {
    await removeOwnAddress(ctx, input);
    return go('/account/addresses?removed=1');
  },
});

export async function removeAddressAction(previous: FormState<never>, form: FormData) {
  return removeAddress(previous, form);
}

const changeDetails = formAction({
  input: updateAccountInput,
  toInput: ({ name, email, current_password, marketing }) => ({
    name,
    email,
    current_password,
    marketing: marketing === 'yes',
  }),
  run: async (ctx, input): Promise<never> => {
    const { email } = await updateAccount(ctx, input);
    const isAsked = input.email !== undefined && input.email.toLowerCase() !== email?.toLowerCase();
    return go(`/account/details?saved=${isAsked ? 'email' : 'details'}`);
  },
});

/** Name, address and news. */
export async function changeDetailsAction(previous: FormState<never>, form: FormData) {
  return withoutSecrets(await changeDetails(previous, form));
}

const changePassword = formAction({
  input: changePasswordInput,
  run: async (ctx, { current, password }): Promise<never> => {
    await updateAccount(ctx, { current_password: current, new_password: password });
    return go('/account/details?saved=password');
  },
});

/** Every other session ends with it. */
export async function changePasswordAction(previous: FormState<never>, form: FormData) {
  const { result, values } = withoutSecrets(await changePassword(previous, form));
  if (!result || result.ok) return { result, values };
  const { current_password: current, new_password: password, ...fields } = result.fields;
  const named = { ...fields, ...(current ? { current } : {}), ...(password ? { password } : {}) };
  return { values, result: { ...result, fields: named } };
}

const confirmPhoneOfOwn = formAction({
  input: signInByCodeInput,
  toInput: known('phone', 'code'),
  run: async (ctx, input): Promise<never> => {
    await confirmOwnPhone(ctx, input, await doorFacts());
    return go('/account/details?saved=phone');
  },
});

/** `intent` says which button: `ask` sends a code, `code` confirms the phone by it. */
export async function confirmPhoneAction(previous: PhoneState, form: FormData): Promise<PhoneState> {
  if (form.get('intent') === 'code') {
    return { ...(await confirmPhoneOfOwn(previous, form)), step: previous.step };
  }
  const { result, values } = await askCode(previous, form);
  return result?.ok ? { result: null, values, step: result.data } : { result, values, step: previous.step };
}

const confirmNewEmail = formAction({
  input: confirmEmailInput,
  run: async (ctx, input): Promise<never> => {
    await confirmEmail(ctx, input);
    return go('/account/details?saved=confirmed');
  },
});

/** The link that was sent to a new address was opened. */
export async function confirmEmailAction(previous: FormState<never>, form: FormData) {
  return confirmNewEmail(previous, form);
}

const forgot = formAction({
  input: forgotPasswordInput,
  run: async (ctx, input): Promise<{ to: string; in_outbox: boolean }> => {
    await forgotPassword(ctx, input);
    return { to: input.email, in_outbox: await isCodeInOutbox(ctx, 'email') };
  },
});

/** The same answer for every address. */
export async function forgotPasswordAction(previous: FormState<{ to: string; in_outbox: boolean }>, form: FormData) {
  return forgot(previous, form);
}

const reset = formAction({
  input: resetPasswordInput,
  run: async (ctx, input): Promise<never> => {
    const { role } = await resetPassword(ctx, input);
    return go(role === 'customer' ? '/login?reset=1' : '/admin');
  },
});

/** The link of the letter and a new password. */
export async function resetPasswordAction(previous: FormState<never>, form: FormData) {
  return withoutSecrets(await reset(previous, form));
}
