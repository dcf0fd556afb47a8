import { z } from 'zod';
import type { ErrorCode } from '#lib/errors';

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof METHODS)[number];
/**
 * Who may call: everybody; the holder of a cart or order key; a signed-in customer; staff; admins; `login` is staff about
 * their own login, also before their second step is set up. The door refuses others of `account`, `login`, `staff` and
 * `admin` before it reads a body; ownership of carts and orders is decided by the command.
 */
export type Access = 'public' | 'visitor' | 'customer' | 'account' | 'login' | 'staff' | 'admin';

export type Contract = {
  /** Unique, camelCase; the operationId of the document. */
  id: string;
  method: Method;
  /** Below `/api`, with `{name}` for parameters: `/products/{id}`. */
  path: string;
  access: Access;
  tag: string;
  summary: string;
  description: string;
  /** Parameters in the path. Values that cannot be read are REQ_001, as they are part of the address. */
  params?: z.ZodType;
  query?: z.ZodObject;
  /**
   * The input of the command. Strict: unknown fields are refused. The door puts in what it knows itself, where the
   * schema names it: path parameters, `cart_key`, `chat_key`, and `version` from `If-Match`; those are no part of the document.
   */
  body?: z.ZodType;
  /**
   * A body that is not JSON: `form` accepts urlencoded beside JSON, `multipart` files, `json-or-multipart` either; all
   * still pass `body`.
   */
  accepts?: 'json' | 'form' | 'multipart' | 'json-or-multipart';
  /** Bytes of a multipart body that is larger than others. */
  largest?: number;
  /** Fields of `body` that are numbers, which a multipart body can only spell as text. */
  numbers?: readonly string[];
  /** What `data` holds; strips what it does not name. Omit for 204 and for answers that are not wrapped. */
  output?: z.ZodType;
  /** The run answers a page (`items` and figures): `data` is a list of `output`, beside it `meta`. */
  isList?: boolean;
  /** What a list tells in `meta` beside the figures of its page. */
  meta?: z.ZodObject;
  /** Content type of an answer that is not wrapped, such as `text/csv`; several where it depends on what is there. */
  raw?: string | readonly string[];
  status?: 200 | 201 | 202 | 204;
  errors?: readonly ErrorCode[];
  /** Accepts `Idempotency-Key`. */
  isIdempotent?: boolean;
  /** Accepts `If-Match` with the version of the resource. */
  isVersioned?: boolean;
  /** Does not look at credentials: somebody with an expired token must still be able to sign in. */
  isAnonymous?: boolean;
  /** Kept for everybody until one of these tags expires. Only for `public` GETs; the run sees a visitor. */
  kept?: (data: never) => readonly string[];
  /** The moment from which a kept answer is wrong by the clock alone; null = it has none. */
  keptUntil?: (data: never) => Date | null;
  /** `data` is the whole body where it is not wrapped; only what is no text has none. */
  example?: {
    params?: Record<string, string>;
    query?: Record<string, string>;
    body?: unknown;
    data?: unknown;
    meta?: Record<string, unknown>;
  };
};

/** Names a contract and keeps its exact types. */
export const contract = <const C extends Contract>(definition: C): C => definition;

type Parsed<S> = S extends z.ZodType ? z.output<S> : unknown;
/** What a command behind this contract receives: path, query and body as one object. */
export type InputOf<C extends Contract> = Parsed<C['params']> & Parsed<C['query']> & Parsed<C['body']>;

const id = z.uuid({ error: 'That is not a valid id.' });

/** The one `{id}` in a path. */
export const idParam = z.object({ id });

/** The `{id}` in a path, under the name by which the command knows it. */
export const idParamAs = <const N extends string>(name: N) =>
  z.object({ id }).transform(({ id }) => ({ [name]: id }) as { [K in N]: string });

/** The fields of an object schema, whatever refinements and transforms follow it. */
export function fieldsOf(schema: z.ZodType | undefined): Record<string, z.ZodType> {
  if (schema instanceof z.ZodObject) return schema.shape as Record<string, z.ZodType>;
  if (schema instanceof z.ZodPipe) return fieldsOf(schema.in as z.ZodType);
  return {};
}
