import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export const SMTP_USER = 'shop@example.com';
export const SMTP_PASSWORD = 'p@ss/word';

/** A letter as a mail program would read it. */
export type Letter = {
  messageId: string;
  envelope: { from: string; to: string[] };
  /** Names in small letters, values unfolded and decoded. */
  headers: Map<string, string>;
  text: string;
  html: string;
};

/** What the stand-in does with the next letter: takes it, or answers with this code and these words. */
export type Answer = { code: number; words: string } | null;

export type SmtpStandIn = {
  /** With name and password in it, as SMTP_URL has it. */
  url: string;
  /** Every letter that was taken, in order; one that came twice stands here twice. */
  letters: Letter[];
  /** Asked before a letter is taken; may take its time. */
  answer: (letter: Letter) => Promise<Answer> | Answer;
  stop: () => Promise<void>;
};

const WORD = /=\?utf-8\?([bq])\?([^?]*)\?=/gi;

const decodeQuoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

/** RFC 2047; words that follow each other belong together. */
const decodeHeader = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(WORD, (_, kind: string, words: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(words, 'base64').toString('utf8')
        : decodeQuoted(words.replaceAll('_', ' ')),
    );

function readPart(source: string): { headers: Map<string, string>; body: string } {
  const [head = '', ...rest] = source.split('\r\n\r\n');
  const headers = new Map(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), decodeHeader(line.slice(colon + 1).trim())] as const;
      }),
  );
  const raw = rest.join('\r\n\r\n');
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'base64') return { headers, body: Buffer.from(raw, 'base64').toString('utf8') };
  if (encoding === 'quoted-printable') return { headers, body: decodeQuoted(raw.replace(/=\r\n/g, '')) };
  return { headers, body: raw };
}

function readLetter(source: string, envelope: Letter['envelope']): Letter {
  const { headers, body } = readPart(source);
  const boundary = /boundary="?([^";]+)/.exec(headers.get('content-type') ?? '')?.[1] ?? '';
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => readPart(part.replace(/^\r\n/, '')));
  const of = (type: string) =>
    (parts.find((part) => part.headers.get('content-type')?.startsWith(type))?.body ?? '')
      .replaceAll('\r\n', '\n')
      .trim();
  return {
    messageId: headers.get('message-id') ?? '',
    envelope,
    headers,
    text: of('text/plain'),
    html: of('text/html'),
  };
}

/** A mail server that knows one user, refuses whoever has another name or password, and keeps what it takes. */
export async function startSmtp(port = 0): Promise<SmtpStandIn> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    hideSTARTTLS: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth({ username, password }, _session, done) {
      if (username === SMTP_USER && password === SMTP_PASSWORD) done(null, { user: username });
      else done(Object.assign(new Error('Authentication failed'), { responseCode: 535 }));
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        const letter = readLetter(Buffer.concat(chunks).toString('utf8'), { from, to });
        const refusal = await standIn.answer(letter);
        if (refusal !== null) return done(Object.assign(new Error(refusal.words), { responseCode: refusal.code }));
        letters.push(letter);
        done();
      });
    },
  });
  // A client that is killed in the middle resets its connection, which is what some tests are about.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: own } = server.server.address() as AddressInfo;
  const standIn: SmtpStandIn = {
    url: `smtp://${encodeURIComponent(SMTP_USER)}:${encodeURIComponent(SMTP_PASSWORD)}@127.0.0.1:${own}`,
    letters,
    answer: () => null,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
  return standIn;
}
