import 'server-only';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { users } from '#db/schema/auth';
import { confirmPhone, endSession, sendPhoneCode, type User } from '#lib/auth/commands';
import { takeLetter } from '#lib/auth/commands/reset-password';
import { sendLetter } from '#lib/auth/commands/send-letter';
import { readCustomerSession } from '#lib/auth/customer-session';
import { readLetterToken, writeLetterToken } from '#lib/auth/letter-token';
import { hashNewPassword } from '#lib/auth/new-password';
import { CODE_SECONDS } from '#lib/auth/phone-rules';
import { LETTER_SECONDS } from '#lib/auth/rules';
import { checkPassword, seal } from '#lib/auth/secrets';
import type { Context } from '#lib/context';
import { DomainError, ValidationError } from '#lib/errors';
import { forgiveLimit, takeLimit } from '#lib/kv/limits';
import { parsePhone } from '#lib/phone';
import { getSettings } from '#lib/settings/queries';
import type { CompleteAccount, ConfirmRegistration, Register } from '../input.ts';
import type { RegisteredDto } from '../output.ts';
import { makeLogin } from './logins.ts';

type Door = { userAgent: string | null };

/** A registration on its way: nothing is stored until it is proven, so nobody can hold an address that is not theirs. */
const pending = z.object({
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  passwordHash: z.string(),
  marketing: z.boolean(),
});
type Pending = z.output<typeof pending>;

/** Throws AUTH_003 where customers order as guests only. */
async function requireAccounts(ctx: Context): Promise<void> {
  const { checkout } = await getSettings(ctx);
  if (checkout.identity === 'guest') throw new DomainError('AUTH_003', { identity: 'guest' });
}

/** What was typed, judged and sealed; the password as its hash. Throws AUTH_003, VALIDATION_ERROR (`phone`). */
export async function prepareRegistration(ctx: Context, { name, email, phone: typed, password, marketing }: Register) {
  // Open to everybody: it stores nothing.
  await requireAccounts(ctx);
  const { shop } = await getSettings(ctx);
  const phone = typed === null ? null : parsePhone(typed, shop.country);
  if (typed !== null && phone === null) {
    throw ValidationError.of('phone', 'VAL_002', 'Enter a phone number of 10 to 15 digits.');
  }
  const passwordHash = await hashNewPassword(ctx, password, { about: [name, email] });
  const data: Pending = { name, email, phone, passwordHash, marketing };
  return { phone, registration: await writeLetterToken('register', data, { now: ctx.now, seconds: LETTER_SECONDS }) };
}

/**
 * Begins an account: a letter with a link to the address, else a code to the phone. The answer and its time are the same
 * whether there is an account already; only the letter, or whoever holds the phone, learns that. Throws AUTH_003,
 * VALIDATION_ERROR (`phone`), RATE_001, SMS_001, SMS_004.
 */
export async function register(ctx: Context, input: Register): Promise<RegisteredDto> {
  // Open to everybody: an account begins with somebody nobody knows yet.
  const { name, email } = input;
  if (email !== null) await takeLetter(ctx, email);
  const { phone, registration } = await prepareRegistration(ctx, input);
  if (email !== null) {
    const [known] = await ctx.db.select({ id: users.id }).from(users).where(eq(users.email, email));
    const path = known ? '/login' : `/register/confirm?token=${registration}`;
    await sendLetter(ctx, known ? 'known' : 'confirm', { to: email, name, path });
    return { sent: 'email', registration: null, expires_in: LETTER_SECONDS };
  }
  await sendPhoneCode(ctx, { phone: phone ?? '', purpose: 'sign_in', channel: 'sms', email: null });
  return { sent: 'sms', registration, expires_in: CODE_SECONDS };
}

/** Ten guesses in a quarter of an hour, as for signing in. */
const CONFIRM_LIMIT = { limit: 10, windowSeconds: 15 * 60 };

/** The password proves that whoever opened the letter is who chose it: a stranger's registration is not confirmed. */
async function confirmByLetter(ctx: Context, data: Pending & { email: string }, password: string | null) {
  if (password === null) throw ValidationError.of('password', 'VAL_001', 'Enter the password you chose.');
  const limits = [
    ...(ctx.addressHash ? [{ name: 'sign-in-address', subject: ctx.addressHash, ...CONFIRM_LIMIT }] : []),
    { name: 'sign-in-account', subject: seal('sign-in', data.email.toLowerCase()), ...CONFIRM_LIMIT },
  ];
  for (const limit of limits) await takeLimit(ctx, limit);
  if (!(await checkPassword(password, data.passwordHash))) throw new DomainError('AUTH_001');
  for (const limit of limits) await forgiveLimit(ctx, limit);
  return makeLogin(ctx, { ...data, provenPhone: null });
}

/** Ends the session that the code opened: the account has one of its own. */
async function endPhoneSession(ctx: Context, token: string): Promise<void> {
  const actor = await readCustomerSession(ctx.db, token, ctx.now);
  if (actor && 'proof' in actor && actor.proof) await endSession(ctx, actor.proof.sessionId);
}

/**
 * Makes the account that `registration` speaks of and answers its login; a phone that has one already is signed in to
 * it. Throws AUTH_001 (wrong password), AUTH_002 (the link is over, used, or its address has an account), SMS_002, SMS_003,
 * SMS_004, VALIDATION_ERROR, RATE_001.
 */
export async function confirmRegistration(
  ctx: Context,
  { registration, password, code }: ConfirmRegistration,
  { userAgent }: Door,
): Promise<User> {
  // Open to everybody: the link or the code is the proof.
  await requireAccounts(ctx);
  const data = await readLetterToken('register', registration, { schema: pending, now: ctx.now });
  if (!data) throw new DomainError('AUTH_002');
  const { email, phone } = data;
  if (email !== null) return confirmByLetter(ctx, { ...data, email }, password);
  if (code === null) throw ValidationError.of('code', 'VAL_001', 'Enter the code that was sent.');
  const proof = { phone: phone ?? '', purpose: 'sign_in' as const, code, name: data.name };
  const session = await confirmPhone(ctx, proof, { userAgent });
  const user = await makeLogin(ctx, { ...data, provenPhone: phone });
  await endPhoneSession(ctx, session.token);
  return user;
}

/** Gives whoever has just proven a phone a login with a password. Throws AUTH_002, AUTH_003. */
export async function completeAccount(ctx: Context, { name, password, marketing }: CompleteAccount): Promise<User> {
  const proof = 'proof' in ctx.actor ? ctx.actor.proof : undefined;
  if (proof?.by !== 'sms') throw new DomainError('AUTH_002');
  await requireAccounts(ctx);
  const passwordHash = await hashNewPassword(ctx, password, { about: [name] });
  const user = await makeLogin(ctx, {
    name,
    email: null,
    phone: null,
    provenPhone: proof.phone,
    passwordHash,
    marketing,
  });
  await endSession(ctx, proof.sessionId);
  return user;
}
