import 'server-only';
import type { z } from 'zod';
import type { Context } from '#lib/context';
import { DomainError } from '#lib/errors';
import type { userOutput } from './output.ts';

/** Who is signed in. Throws AUTH_002 when nobody is, AUTH_008 when their second step is missing. */
export async function getMe({ actor }: Context): Promise<z.output<typeof userOutput>> {
  if (actor.kind === 'staff') return { id: actor.userId, name: actor.name, role: actor.role };
  if (actor.kind === 'customer') return { id: actor.userId ?? actor.customerId, name: actor.name, role: 'customer' };
  throw new DomainError(actor.kind === 'visitor' && actor.unfinished ? 'AUTH_008' : 'AUTH_002');
}
