import { isErrorCode } from '#lib/errors';
import { ERROR_TEXT } from '#lib/i18n/error-text';

/** Where a browser without script sends the forms. */
export const SIGN_IN_ADDRESS = '/api/auth/callback/credentials';

/** Our codes come back through next-auth as its `error`; whatever else it says is not for people. */
export function sentenceOf(error: string): string {
  if (error === 'OFFLINE') return 'The shop did not answer. Check the connection and try again.';
  if (error === 'AUTH_002') return 'That took a while. Please sign in again.';
  if (isErrorCode(error)) return ERROR_TEXT[error];
  return error === 'CredentialsSignin' ? ERROR_TEXT.AUTH_001 : ERROR_TEXT.SYS_001;
}
