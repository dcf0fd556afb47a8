import type { Db } from '#db/client';
import type { ActorKind, Role } from '#db/enums';
import { DomainError } from './errors.ts';

/**
 * What the caller's session was opened by: a code sent to this phone, or (`email`) one that went by mail because none
 * could be sent to it, which proves somebody to write to and not the phone.
 */
export type PhoneProof = { sessionId: string; phone: string; by: 'sms' | 'email'; at: Date };

/**
 * Somebody of the desk whose password was right, in a shop that asks for a second step which they have not set up yet.
 * Until they have, they are a visitor to everything but that.
 */
export type Unfinished = { userId: string; role: 'staff' | 'admin'; name: string; sessionId: string };

/** Who calls. Commands authorise from this and from nothing else. */
export type Actor =
  | { kind: 'visitor'; proof?: PhoneProof; unfinished?: Unfinished }
  | {
      kind: 'customer';
      customerId: string;
      userId: string | null;
      sessionId: string;
      name: string;
      proof?: PhoneProof;
    }
  | {
      kind: 'staff';
      userId: string;
      role: 'staff' | 'admin';
      name: string;
      sessionId: string;
      /** A program with this key, in the name of whoever made it; only at the doors of the API. */
      key?: { id: string; scopes: readonly string[] };
    }
  | { kind: 'system'; name: string };

/** What goes stale: `catalog`, `stock`, `promise`, `shop`, `content`, `product:{slug}`. See `lib/server/kept-routes.ts`. */
export type Tag = 'catalog' | 'stock' | 'promise' | 'shop' | 'content' | `product:${string}`;

/**
 * Everything a command or query may know about its caller and the world. Nothing in `lib` reads cookies, headers or
 * the clock, so every door and every test can call everything.
 */
export type Context = {
  db: Db;
  actor: Actor;
  now: Date;
  /** BCP 47: the language of the answer, and how it writes dates and amounts. See `lib/i18n/languages.ts`. */
  locale: string;
  requestId: string;
  /** Drops kept responses here and in every other instance. Call it after the write has committed. */
  expire: (tags: Tag[]) => void;
  /** Where the request came from, hashed; null for jobs. */
  addressHash: string | null;
};

export type StaffActor = Extract<Actor, { kind: 'staff' }>;
export type CustomerActor = Extract<Actor, { kind: 'customer' }>;

/**
 * Throws AUTH_002 for somebody who is not signed in, AUTH_008 where the second step is missing, AUTH_003 for a role that
 * may not. The system may all.
 */
export function requireRole(ctx: Context, role: Exclude<Role, 'customer'>): void {
  const { actor } = ctx;
  if (actor.kind === 'system') return;
  if (actor.kind === 'visitor') throw new DomainError(actor.unfinished ? 'AUTH_008' : 'AUTH_002');
  if (actor.kind !== 'staff') throw new DomainError('AUTH_003');
  if (role === 'admin' && actor.role !== 'admin') throw new DomainError('AUTH_003');
}

/** The customer who calls. Throws AUTH_002 for somebody who is not signed in, AUTH_003 for anybody else. */
export function requireCustomer({ actor }: Pick<Context, 'actor'>): CustomerActor {
  if (actor.kind === 'visitor') throw new DomainError('AUTH_002');
  if (actor.kind !== 'customer') throw new DomainError('AUTH_003');
  return actor;
}

export const isStaff = (ctx: Context): boolean => ctx.actor.kind === 'staff' || ctx.actor.kind === 'system';

/** The actor as rows and SQL functions store it. */
export function actorRow(ctx: Context): { kind: ActorKind; id: string | null } {
  const { actor } = ctx;
  if (actor.kind === 'staff') return { kind: 'staff', id: actor.userId };
  if (actor.kind === 'customer') return { kind: 'customer', id: actor.customerId };
  return { kind: actor.kind, id: null };
}
