import 'server-only';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Context, StaffActor } from '#lib/context';
import { actionContext } from './action.ts';

/** The context of a page made per request; read once per render. */
export const pageContext = cache(actionContext);

/** For pages of the order desk: the context of somebody signed in, or on to the page where that is done. */
export async function staffPage(): Promise<Context & { actor: StaffActor }> {
  const ctx = await pageContext();
  if (ctx.actor.kind === 'visitor' && ctx.actor.unfinished) redirect('/admin/second-step');
  if (ctx.actor.kind !== 'staff') redirect('/admin');
  return { ...ctx, actor: ctx.actor };
}
