import 'server-only';
import { randomInt } from 'node:crypto';
import { and, eq, gt, ne, or, sql } from 'drizzle-orm';
import { newId } from '#db/columns';
import { phoneVerifications } from '#db/schema/auth';
import type { Context } from '#lib/context';
import { transaction } from '#lib/database';
import { env } from '#lib/env';
import { DomainError, ValidationError } from '#lib/errors';
import { sendMail } from '#lib/mail/send';
import { parsePhone } from '#lib/phone';
import type { Settings } from '#lib/settings/input';
import { getSettings } from '#lib/settings/queries';
import { sendSms } from '#lib/sms/send';
import { codeCountry } from '../phone-country.ts';
import type { SendPhoneCode } from '../phone-input.ts';
import type { SentCodeDto } from '../phone-output.ts';
import {
  type AskedBefore,
  CODE_SECONDS,
  countryCap,
  DAY_SECONDS,
  hasOtherWays,
  judgeSending,
  type PhoneChannel,
  type PhonePurpose,
  RESEND_SECONDS,
} from '../phone-rules.ts';
import { codeLine, codeWords } from '../phone-words.ts';
import { seal } from '../secrets.ts';

/** One sending at a time decides: the cap of the day counts all of them. Any number, the same everywhere. */
const CODES_LOCK = 727_272_002;
/** A letter may take its time; whoever waits at the checkout does not. */
const MAIL_PATIENCE_MS = 4000;

/** What is stored of a code: good for this phone and this purpose only, and worth nothing without our secret. */
export const sealCode = (phone: string, purpose: PhonePurpose, code: string): string =>
  seal('phone-code', `${phone}\n${purpose}\n${code}`);

type Wanted = { phone: string; purpose: PhonePurpose; channel: 'sms' | 'email'; code: string };
type Country = { prefix: string; isHome: boolean };

const ago = (ctx: Context, seconds: number) => new Date(ctx.now.getTime() - seconds * 1000);

async function askedToday(ctx: Context, phone: string): Promise<AskedBefore[]> {
  const rows = await ctx.db
    .select({
      at: phoneVerifications.createdAt,
      channel: phoneVerifications.channel,
      phone: phoneVerifications.phone,
      ipHash: phoneVerifications.ipHash,
    })
    .from(phoneVerifications)
    .where(
      and(
        gt(phoneVerifications.createdAt, ago(ctx, DAY_SECONDS)),
        or(
          eq(phoneVerifications.phone, phone),
          ctx.addressHash === null ? undefined : eq(phoneVerifications.ipHash, ctx.addressHash),
        ),
      ),
    );
  return rows.map(({ at, channel, phone: asked, ipHash }) => ({
    at,
    channel,
    isSamePhone: asked === phone,
    isSameAddress: ctx.addressHash !== null && ipHash === ctx.addressHash,
  }));
}

/** Counts every try to send an SMS, failed ones too: an outage may use up the day, nothing can spend more than it. */
async function isCapReached(ctx: Context, { prefix, isHome }: Country, dailyCap: number): Promise<boolean> {
  const [sent] = await ctx.db
    .select({
      all: sql<number>`count(*)::int`,
      there: sql<number>`(count(*) filter (where starts_with(${phoneVerifications.phone}, ${prefix})))::int`,
    })
    .from(phoneVerifications)
    .where(
      and(
        gt(phoneVerifications.createdAt, ago(ctx, DAY_SECONDS)),
        ne(phoneVerifications.channel, 'email'),
        ne(phoneVerifications.codeHash, ''),
      ),
    );
  return !sent || sent.all >= dailyCap || sent.there >= countryCap(dailyCap, isHome);
}

/** The row of a new code, which ends the older ones; null when the cap of the day is reached, which is written down. */
async function issue(
  ctx: Context,
  { phone, purpose, channel, code }: Wanted,
  country: Country,
  { checkout }: Settings,
): Promise<string | null> {
  const id = newId();
  const write = (tx: Context, row: { channel: PhoneChannel; codeHash: string; expiresAt: Date }) =>
    tx.db
      .insert(phoneVerifications)
      .values({ id, phone, purpose, ipHash: ctx.addressHash, createdAt: ctx.now, ...row });
  return transaction(ctx, async (tx) => {
    await tx.db.execute(sql`SELECT pg_advisory_xact_lock(${CODES_LOCK})`);
    const asked = await askedToday(tx, phone);
    const sending = judgeSending(asked, channel, ctx.now);
    const isOpen = hasOtherWays(asked, ctx.now);
    if (!sending.ok) {
      throw new DomainError('SMS_004', {
        reason: sending.reason,
        retry_after: sending.wait,
        channels: waysOpen(isOpen),
      });
    }
    if (channel === 'email' && !isOpen) {
      throw ValidationError.of('channel', 'VAL_003', 'Codes go by e-mail only while text messages cannot be sent.');
    }
    if (channel === 'sms' && (await isCapReached(tx, country, checkout.phone_check.daily_cap))) {
      // No code, and a hash that none has: what stays is that the other ways are open.
      await write(tx, { channel: 'call_back', codeHash: '', expiresAt: ctx.now });
      return null;
    }
    await tx.db
      .update(phoneVerifications)
      .set({ expiresAt: ctx.now })
      .where(
        and(
          eq(phoneVerifications.phone, phone),
          eq(phoneVerifications.purpose, purpose),
          gt(phoneVerifications.expiresAt, ctx.now),
        ),
      );
    const expiresAt = new Date(ctx.now.getTime() + CODE_SECONDS * 1000);
    await write(tx, { channel, codeHash: sealCode(phone, purpose, code), expiresAt });
    return id;
  });
}

const waysOpen = (isOpen: boolean): PhoneChannel[] => (isOpen ? ['sms', 'email', 'call_back'] : ['sms']);
/** An address to write to is needed for the second. */
const otherWays = (email: string | null): PhoneChannel[] => (email === null ? ['call_back'] : ['email', 'call_back']);

function newCode(length: number): string {
  return String(randomInt(10 ** length)).padStart(length, '0');
}

/** Throws SMS_001. */
async function deliver(ctx: Context, id: string, wanted: Wanted, email: string | null, shop: string): Promise<void> {
  const { code, phone } = wanted;
  const { text, subject } = codeWords(ctx.locale, { code, shop });
  const about = { event: 'phone_code', dedupeKey: `phone_code:${id}`, isSecret: true };
  if (wanted.channel === 'sms') {
    await sendSms(ctx, { ...about, to: phone, body: text + codeLine(code, env().APP_URL) });
    return;
  }
  const letter = sendMail(ctx, { ...about, to: email ?? '', subject, text });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DomainError('SMS_001')), MAIL_PATIENCE_MS);
  });
  // It goes on in the background, and the code in it stays good.
  letter.catch(() => undefined);
  await Promise.race([letter, late]).finally(() => clearTimeout(timer));
}

/**
 * Sends a code to a phone; by mail only after an SMS could not be sent. Throws VALIDATION_ERROR (`phone`: none, or of a
 * country that codes do not go to; `channel`; `email`), SMS_004 (`reason` resend or limit, `retry_after` in seconds),
 * SMS_001 (`channels` that are left) when the service is down or slow or the cap of the day is reached. Five seconds at
 * most.
 */
export async function sendPhoneCode(
  ctx: Context,
  { phone: typed, purpose, channel, email }: SendPhoneCode,
): Promise<SentCodeDto> {
  // Open to everybody: the code goes to the phone alone, whoever asks, and limits hold per phone, address and country.
  const settings = await getSettings(ctx);
  const { shop, checkout } = settings;
  const phone = parsePhone(typed, shop.country);
  if (phone === null) throw ValidationError.of('phone', 'VAL_002', 'Enter the whole phone number, with its area code.');
  const country = codeCountry(phone, { countries: checkout.phone_check.countries, home: shop.country });
  if (!country) throw ValidationError.of('phone', 'VAL_003', 'We cannot send codes to this number. Use another one.');
  if (channel === 'email' && email === null) {
    throw ValidationError.of('email', 'VAL_001', 'Enter an e-mail address for the code.');
  }
  const wanted: Wanted = { phone, purpose, channel, code: newCode(checkout.phone_check.code_length) };
  const id = await issue(ctx, wanted, country, settings);
  if (id === null) throw new DomainError('SMS_001', { reason: 'cap', channels: otherWays(email) });
  await deliver(ctx, id, wanted, email, shop.name).catch(async (error: unknown) => {
    if (!(error instanceof DomainError) || error.code !== 'SMS_001') throw error;
    if (channel === 'email') throw new DomainError('SMS_001', { channels: ['call_back'] }, { cause: error });
    // It may still arrive, and is good then; that it was not known to leave opens the other ways.
    await ctx.db.update(phoneVerifications).set({ channel: 'call_back' }).where(eq(phoneVerifications.id, id));
    throw new DomainError('SMS_001', { reason: 'service', channels: otherWays(email) }, { cause: error });
  });
  return {
    channel,
    expires_in: CODE_SECONDS,
    resend_in: RESEND_SECONDS,
    channels: waysOpen(channel === 'email'),
  };
}
