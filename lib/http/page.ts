import 'server-only';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Context, StaffActor } from '#lib/context';
import { DomainError } from '#lib/errors';
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

/** A list at the place its address names, or at its beginning when the address was made for another order. */
export async function atPlace<F extends { cursor?: string | undefined }, R>(
  filters: F,
  list: (filters: F) => Promise<R>,
): Promise<R> {
  try {
    return await list(filters);
  } catch (error) {
    if (filters.cursor === undefined || !(error instanceof DomainError && error.code === 'REQ_001')) throw error;
    return list({ ...filters, cursor: undefined });
  }
}
