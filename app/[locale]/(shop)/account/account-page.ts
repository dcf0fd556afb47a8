import 'server-only';
import type { Context, CustomerActor } from '#lib/context';
import { go } from '#lib/http/go';
import { pageContext } from '#lib/http/page';

/** For pages of the account: the context of a customer, or on to signing in. */
export async function accountPage(next: string): Promise<Context & { actor: CustomerActor }> {
  const ctx = await pageContext();
  const { actor } = ctx;
  if (actor.kind === 'customer') return { ...ctx, actor };
  // Somebody new whose phone is proven has half an account.
  if (actor.kind === 'visitor' && actor.proof?.by === 'sms') return go('/register');
  return go(next === '/account' ? '/login' : `/login?next=${next}`);
}
