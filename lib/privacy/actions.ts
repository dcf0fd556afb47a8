'use server';

import { askForCode } from '#lib/account/ask-code';
import { known, withoutSecrets } from '#lib/account/form-door';
import { askCodeInput } from '#lib/account/input';
import { action } from '#lib/http/action';
import { forgetCart } from '#lib/http/cart-cookie';
import { forgetCustomerCookie } from '#lib/http/customer-cookie';
import { doorFacts } from '#lib/http/door-facts';
import { formAction } from '#lib/http/form';
import { go } from '#lib/http/go';
import { eraseCustomer, eraseOwnData } from './commands.ts';
import type { EraseState } from './form-state.ts';
import { eraseAccountInput, personRefInput } from './input.ts';

const askCode = formAction({ input: askCodeInput, toInput: known('phone'), run: askForCode });

const erase = formAction({
  input: eraseAccountInput,
  toInput: known('current_password', 'code'),
  run: async (ctx, input): Promise<never> => {
    await eraseOwnData(ctx, input, await doorFacts());
    await forgetCustomerCookie();
    await forgetCart();
    return go('/login?erased=1');
  },
});

/** `intent` says which button: `ask` sends a code, `erase` forgets the person. */
export async function eraseOwnDataAction(previous: EraseState, form: FormData): Promise<EraseState> {
  if (form.get('intent') === 'ask') {
    const { result, values } = await askCode(previous, form);
    return result?.ok ? { result: null, values, step: result.data } : { result, values, step: previous.step };
  }
  return { ...withoutSecrets(await erase(previous, form)), step: previous.step };
}

export const eraseCustomerAction = action({ input: personRefInput, run: eraseCustomer });
