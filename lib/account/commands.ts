import 'server-only';

export { confirmEmail, confirmOwnPhone, updateAccount } from './commands/details.ts';
export { completeAccount, confirmRegistration, prepareRegistration, register } from './commands/register.ts';
export { reorder } from './commands/reorder.ts';
export { signInByCode, signInCustomer } from './commands/sign-in.ts';
