import 'server-only';
import type { Options } from 'nodemailer/lib/smtp-transport/index.js';
import { z } from 'zod';
import { NotTaken, withoutSecrets } from '#lib/outbox';
import { htmlOf } from './html.ts';

/** Milliseconds each: to connect, for the greeting, and of silence in between. */
const PATIENCE = { connectionTimeout: 5000, greetingTimeout: 5000, socketTimeout: 10_000, dnsTimeout: 5000 };

export type Letter = {
  /** Of its row in the outbox: the Message-ID is made from it, so a letter sent again is the same letter. */
  id: string;
  from: string;
  to: string;
  subject: string;
  text: string;
  locale: string;
  replyTo: string | null;
};

/** SMTP_URL as nodemailer takes it; `smtps:` speaks TLS at once, `smtp:` as soon as the server offers it. */
export function smtpOptions(smtpUrl: string): Options {
  const { protocol, hostname, port, username, password, searchParams } = new URL(smtpUrl);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    secure: protocol === 'smtps:',
    ...(port !== '' && { port: Number(port) }),
    ...(username !== '' && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    // For a server of one's own whose certificate nobody has signed.
    ...(searchParams.get('tls.rejectUnauthorized') === 'false' && { tls: { rejectUnauthorized: false } }),
    ...PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** `<id@domain of the sender>`, the same for every try. */
export function messageId({ id, from }: Pick<Letter, 'id' | 'from'>): string {
  const domain = /@([a-z0-9.-]+)>?\s*$/i.exec(from)?.[1] ?? 'localhost';
  return `<${id}@${domain.toLowerCase()}>`;
}

const answerShape = z.object({ responseCode: z.number().optional(), code: z.string().optional() });
const answerOf = (error: unknown) => answerShape.catch({}).parse(error);

/**
 * Hands one letter to the mail server. Throws NotTaken when the server is down, slow or refuses; final only when it
 * refuses this letter or its recipient for good (5xx), not when it does not know us.
 */
export async function postLetter(smtpUrl: string, letter: Letter): Promise<void> {
  // Loaded at the first letter: most processes never send one.
  const { createTransport } = await import('nodemailer');
  const options = smtpOptions(smtpUrl);
  const transport = createTransport(options);
  try {
    await transport.sendMail({
      messageId: messageId(letter),
      from: letter.from,
      to: letter.to,
      subject: letter.subject,
      text: letter.text,
      html: htmlOf(letter.text, letter.locale),
      ...(letter.replyTo !== null && { replyTo: letter.replyTo }),
      // RFC 3834: nobody's absence note is to answer this.
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.locale },
    });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    const { username, password } = new URL(smtpUrl);
    const secrets = [decodeURIComponent(password), decodeURIComponent(username), letter.to];
    const { responseCode = 0, code } = answerOf(error);
    throw new NotTaken(`The mail server did not take it: ${withoutSecrets(words, secrets)}`, {
      isFinal: responseCode >= 500 && code !== 'EAUTH',
    });
  } finally {
    transport.close();
  }
}
