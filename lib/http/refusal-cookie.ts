import 'server-only';
import { cookies } from 'next/headers';
import { z } from 'zod';
import { cookieName } from '#lib/auth/rules';
import { env } from '#lib/env';
import { ERROR_STATUS, type ErrorCode } from '#lib/errors';

/** Always for the page that comes next alone. */
const nameOf = () => cookieName('barrow-refused', env().isSecure, '/order');
/** Long enough to read it on the page that comes next. */
const SECONDS = 300;
/** What a browser keeps of one cookie, less its name and its path. */
const LONGEST = 3500;

const isCode = (word: string): word is ErrorCode => Object.hasOwn(ERROR_STATUS, word);
const refusal = z.object({
  code: z.string().refine(isCode),
  /** Which part is meant, where the code has several. */
  what: z.string().nullable(),
  fields: z.record(z.string(), z.array(z.string())),
  values: z.record(z.string(), z.string()),
});

/** Why a form that was sent without script came back, and what was typed into it. */
export type FormRefusal = z.output<typeof refusal>;

/** For the page under `path`, which the browser is led to next. Only in actions and route handlers. */
export async function writeRefusal(path: string, told: FormRefusal): Promise<void> {
  const text = Buffer.from(JSON.stringify(told)).toString('base64url');
  const short =
    text.length <= LONGEST ? text : Buffer.from(JSON.stringify({ ...told, values: {} })).toString('base64url');
  (await cookies()).set(nameOf(), short, {
    httpOnly: true,
    sameSite: 'lax',
    secure: env().isSecure,
    path,
    maxAge: SECONDS,
  });
}

/** Null when nothing was refused, or what is there is none of ours. */
export async function readRefusal(): Promise<FormRefusal | null> {
  const text = (await cookies()).get(nameOf())?.value;
  if (text === undefined) return null;
  try {
    return refusal.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
