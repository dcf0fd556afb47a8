import 'server-only';
import { z } from 'zod';
import { staffCookieName } from '#lib/auth/actor';
import { DomainError } from '#lib/errors';
import type { Endpoint } from './endpoint.ts';
import { readBody } from './read-body.ts';
import { readCookie } from './request.ts';

const deskOrder = z.looseObject({ customer_id: z.string() });

/**
 * One address for two orders: what comes with a credential and names a customer goes to the desk's door, everything else
 * to the public one. Only looks; the doors read, judge and refuse by themselves.
 */
export function byCustomerId(atDesk: Endpoint, place: Endpoint): Endpoint {
  const choose: Endpoint = Object.assign(
    async (request: Request, context: Parameters<Endpoint>[1]) =>
      ((await namesCustomer(request)) ? atDesk : place)(request, context),
    { contract: place.contract },
  );
  return choose;
}

async function namesCustomer(request: Request): Promise<boolean> {
  if (!request.headers.has('authorization') && readCookie(request, staffCookieName()) === null) return false;
  try {
    return deskOrder.safeParse(await readBody(request.clone(), 'json')).success;
  } catch (error) {
    // The door says what is wrong with it.
    if (error instanceof DomainError) return false;
    throw error;
  }
}
