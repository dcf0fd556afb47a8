import 'server-only';
import type { Context } from '#lib/context';
import { ValidationError } from '#lib/errors';
import { getSettings } from '#lib/settings/queries';
import { isAboutWords } from './rules.ts';
import { hashPassword } from './secrets.ts';

type Chosen = { field?: string; about?: readonly (string | null | undefined)[] };

/**
 * Throws VALIDATION_ERROR at `field` for a password that is made of the names of the shop and of the person (`about`:
 * name, username, mail): whoever knows both tries those first.
 */
export async function refuseKnownWords(
  ctx: Pick<Context, 'db'>,
  password: string,
  { field = 'password', about = [] }: Chosen = {},
): Promise<void> {
  const { shop } = await getSettings(ctx);
  if (isAboutWords(password, ['barrow', shop.name, ...about].join(' '))) {
    throw ValidationError.of(field, 'VAL_003', 'Everybody knows this one. Choose another.');
  }
}

/** The hash of a password that somebody chose; throws as above. */
export async function hashNewPassword(
  ctx: Pick<Context, 'db'>,
  password: string,
  chosen: Chosen = {},
): Promise<string> {
  await refuseKnownWords(ctx, password, chosen);
  return hashPassword(password);
}
