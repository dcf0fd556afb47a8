import { z } from 'zod';

const PRESETS = ['florist', 'bakery', 'beauty', 'farm', 'events', 'blank'] as const;
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const SAMPLE_SECRET =
  /change.?me|replace.?(me|this)|your.?(auth.?)?secret|example.?secret|^(secret|password|0123456789|abcdef)/i;
const ONE_CHARACTER = /^(.)\1+$/;
const UNIT_SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

/** The settings cannot be used. Each entry of `sentences` names one variable and what to write instead. */
export class EnvError extends Error {
  readonly sentences: readonly string[];
  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.name = 'EnvError';
    this.sentences = sentences;
  }
}

const flag = (name: string) =>
  z
    .string()
    .transform((text) => text.trim().toLowerCase())
    .pipe(
      z.enum(['on', 'off', 'true', 'false', '1', '0', 'yes', 'no'], {
        error: `${name} must be on or off.`,
      }),
    )
    .transform((text) => ['on', 'true', '1', 'yes'].includes(text));

const whole = (name: string, min: number, max: number) => {
  const error = `${name} must be a whole number from ${min} to ${max}.`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { error, abort: true })
    .transform(Number)
    .pipe(z.number().min(min, { error }).max(max, { error }));
};

/** `90s`, `15m`, `2h`, `30d`, read as seconds. */
const duration = (name: string) => {
  const error = `${name} must be a length of time such as 15m, 2h or 30d.`;
  return z.string().transform((text, ctx) => {
    const found = z
      .tuple([z.string(), z.string(), z.enum(['s', 'm', 'h', 'd'])])
      .safeParse(/^([1-9]\d{0,5})([smhd])$/.exec(text.trim())?.slice(0, 3));
    if (!found.success) {
      ctx.addIssue({ code: 'custom', message: error });
      return z.NEVER;
    }
    return Number(found.data[1]) * UNIT_SECONDS[found.data[2]];
  });
};

const address = (name: string, protocols: readonly string[], hint: string) =>
  z.string().refine(
    (text) => {
      const url = URL.parse(text);
      return url !== null && protocols.includes(url.protocol) && url.host !== '';
    },
    { error: `${name} must look like ${hint}.` },
  );

const POSTGRES = ['postgres:', 'postgresql:'];
const POSTGRES_HINT = 'postgres://user:password@host:5432/database';
const text = z.string();

const shape = z.object({
  NODE_ENV: text.default('production'),
  PORT: whole('PORT', 1, 65_535).default(3000),
  HOST: text.default('127.0.0.1'),
  DATABASE_URL: address('DATABASE_URL', POSTGRES, POSTGRES_HINT).optional(),
  DATABASE_DIRECT_URL: address('DATABASE_DIRECT_URL', POSTGRES, POSTGRES_HINT).optional(),
  DATABASE_POOL_MAX: whole('DATABASE_POOL_MAX', 1, 200).default(5),
  DATA_DIR: text.default('.data'),
  APP_URL: address('APP_URL', ['http:', 'https:'], 'https://shop.example.com').optional(),
  AUTH_SECRET: text
    .refine((secret) => new TextEncoder().encode(secret).length >= 32, {
      error: 'AUTH_SECRET must be at least 32 bytes long; leave it out and one is generated into DATA_DIR.',
      abort: true,
    })
    .refine((secret) => !SAMPLE_SECRET.test(secret) && !ONE_CHARACTER.test(secret), {
      error: 'AUTH_SECRET is a known sample; leave it out and one is generated into DATA_DIR.',
    })
    .optional(),
  SHOP_PRESET: z.enum(PRESETS, { error: `SHOP_PRESET must be one of ${PRESETS.join(', ')}.` }).default('bakery'),
  DEMO: flag('DEMO').optional(),
  UPSTASH_REDIS_REST_URL: address('UPSTASH_REDIS_REST_URL', ['http:', 'https:'], 'https://name.upstash.io').optional(),
  UPSTASH_REDIS_REST_TOKEN: text.optional(),
  CLOUDINARY_URL: address('CLOUDINARY_URL', ['cloudinary:'], 'cloudinary://key:secret@cloud').optional(),
  SMTP_URL: address('SMTP_URL', ['smtp:', 'smtps:'], 'smtps://user:password@mail.example.com').optional(),
  MAIL_FROM: text
    .regex(/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
      error: 'MAIL_FROM must be an address such as shop@example.com or My shop <shop@example.com>.',
    })
    .optional(),
  TWILIO_ACCOUNT_SID: text.optional(),
  TWILIO_AUTH_TOKEN: text.optional(),
  TWILIO_FROM: text.optional(),
  TWILIO_API_URL: address('TWILIO_API_URL', ['http:', 'https:'], 'https://api.twilio.com').default(
    'https://api.twilio.com',
  ),
  ADMIN_USERNAME: text.default('admin'),
  ADMIN_PASSWORD: text.min(8, { error: 'ADMIN_PASSWORD must have at least 8 characters.' }).optional(),
  ACCESS_TOKEN_TTL: duration('ACCESS_TOKEN_TTL').default(7200),
  REFRESH_TOKEN_TTL: duration('REFRESH_TOKEN_TTL').default(2_592_000),
  TRUSTED_PROXIES: whole('TRUSTED_PROXIES', 0, 20).default(0),
  BACKUP_PASSPHRASE: text
    .min(12, { error: 'BACKUP_PASSPHRASE must have at least 12 characters: four words or more.' })
    .optional(),
  WORKER: z.enum(['inline', 'off'], { error: 'WORKER must be inline or off.' }).default('inline'),
  RATE_LIMITS: flag('RATE_LIMITS').default(true),
  STREAMS_MAX: whole('STREAMS_MAX', 1, 100_000).default(4000),
  STREAMS_PER_ADDRESS: whole('STREAMS_PER_ADDRESS', 1, 100_000).default(100),
  STREAMS_PER_SESSION: whole('STREAMS_PER_SESSION', 1, 1000).default(10),
  WEBHOOK_ALLOW_PRIVATE: flag('WEBHOOK_ALLOW_PRIVATE').default(false),
  LOG_LEVEL: z.enum(LEVELS, { error: `LOG_LEVEL must be one of ${LEVELS.join(', ')}.` }).default('info'),
  CORS_ORIGINS: text
    .transform((list) => list.split(/[\s,]+/).filter((origin) => origin !== ''))
    .refine((origins) => origins.every((origin) => URL.parse(origin)?.origin === origin), {
      error: 'CORS_ORIGINS must be a comma separated list of origins such as https://shop.example.com.',
    })
    .default([]),
});

/** Every variable that is read. */
export const SETTING_NAMES: readonly string[] = Object.keys(shape.shape);

function together(source: Record<string, unknown>, names: readonly string[]): string | null {
  const present = names.filter((name) => source[name] !== undefined);
  if (present.length === 0 || present.length === names.length) return null;
  return `${names.join(', ')} belong together; set all of them or none.`;
}

/**
 * Reads every setting from `source`, defaults included. An empty value counts as unset, because compose files pass
 * those on. Throws EnvError with one sentence per wrong variable; values are never repeated, they may be secrets.
 */
export function parseEnv(source: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = shape.safeParse(given);
  const sentences = parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
  for (const names of [
    ['UPSTASH_REDIS_REST_URL', 'UPSTASH_REDIS_REST_TOKEN'],
    ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'],
  ]) {
    const sentence = together(given, names);
    if (sentence !== null) sentences.push(sentence);
  }
  if (!parsed.success || sentences.length > 0) throw new EnvError(sentences);
  const { data } = parsed;
  const appUrl = new URL(data.APP_URL ?? `http://localhost:${data.PORT}`);
  const isLocal = LOOPBACK.has(appUrl.hostname);
  if (!data.RATE_LIMITS && !isLocal) {
    throw new EnvError([
      'RATE_LIMITS=off is for load tests on this machine only; remove it, or set APP_URL to localhost.',
    ]);
  }
  return Object.freeze({
    ...data,
    /** Without a slash at its end. */
    APP_URL: appUrl.href.replace(/\/+$/, ''),
    DATABASE_DIRECT_URL: data.DATABASE_DIRECT_URL ?? data.DATABASE_URL,
    /** The public address is this very machine: demo sign-in may be shown, limits may be switched off. */
    isLocal,
    /** The public address is encrypted: cookies are Secure, HSTS is sent. */
    isSecure: appUrl.protocol === 'https:',
  });
}

export type Env = ReturnType<typeof parseEnv>;

let parsedOnce: Env | undefined;

/** The settings of this process; parsed at the first call, so that a build needs none of them. */
export function env(): Env {
  parsedOnce ??= parseEnv(process.env);
  return parsedOnce;
}

/** DATABASE_URL, which `npm start` fills in when the embedded database serves. */
export function databaseUrl(): string {
  const url = env().DATABASE_URL;
  if (url === undefined) throw new EnvError(['DATABASE_URL is not set; npm start sets it for the embedded database.']);
  return url;
}

/** AUTH_SECRET, which `npm start` reads from DATA_DIR when it is not set. */
export function authSecret(): string {
  const secret = env().AUTH_SECRET;
  if (secret === undefined) throw new EnvError(['AUTH_SECRET is not set; npm start generates one into DATA_DIR.']);
  return secret;
}
