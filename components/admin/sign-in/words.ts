import { isErrorCode } from '#lib/errors';
import type { Words } from '#lib/i18n/words';

/** Where a browser without script sends the forms. */
export const SIGN_IN_ADDRESS = '/api/auth/callback/credentials';

/** Our codes come back through next-auth as its `error`; whatever else it says is not for people. */
export function sentenceOf(error: string, errors: Words<'errors'>): string {
  if (error === 'OFFLINE') return 'The shop did not answer. Check the connection and try again.';
  if (error === 'AUTH_002') return 'That took a while. Please sign in again.';
  if (isErrorCode(error)) return errors(error);
  return error === 'CredentialsSignin' ? errors('AUTH_001') : errors('SYS_001');
}
