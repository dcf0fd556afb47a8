import type { z } from 'zod';
import type { ErrorCode } from '#lib/errors';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
/** Who may call: everybody; the holder of a cart or order key; staff; admins. The command decides, this documents. */
export type Access = 'public' | 'visitor' | 'customer' | 'staff' | 'admin';

type Shape = z.ZodObject;

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
  params?: Shape;
  query?: Shape;
  /** JSON body. Strict: unknown fields are refused. May be a pipe (object, then transform). */
  body?: z.ZodType;
  /** A body that is not JSON: `form` accepts urlencoded beside JSON, `multipart` files; both still pass `body`. */
  accepts?: 'json' | 'form' | 'multipart';
  /** What `data` holds; strips what it does not name. Omit for 204 and for answers that are not wrapped. */
  output?: z.ZodType;
  /** `data` is a list of `output`, with `meta`. */
  isList?: boolean;
  /** Content type of an answer that is not wrapped, such as `text/csv`. */
  raw?: string;
  status?: 200 | 201 | 202 | 204;
  errors?: readonly ErrorCode[];
  /** Accepts `Idempotency-Key`. */
  isIdempotent?: boolean;
  /** Accepts `If-Match` with the version of the resource. */
  isVersioned?: boolean;
  /** Kept for everybody until one of these tags expires. Only for `public` GETs. */
  kept?: (data: never) => readonly string[];
  example?: { params?: unknown; query?: unknown; body?: unknown; data?: unknown };
};

/** Names a contract and keeps its exact types. */
export const contract = <const C extends Contract>(definition: C): C => definition;

type Parsed<S> = S extends z.ZodType ? z.output<S> : unknown;
/** What a command behind this contract receives: path, query and body as one object. */
export type InputOf<C extends Contract> = Parsed<C['params']> & Parsed<C['query']> & Parsed<C['body']>;
