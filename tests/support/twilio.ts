import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const TWILIO = { sid: 'AC00000000000000000000000000000001', token: 'twilio-secret', from: '+15005550006' };

export type Sms = { to: string; from: string; body: string };
export type TwilioAnswer = { status: number; body: unknown } | 'hang' | 'break off';

export type TwilioStandIn = {
  url: string;
  /** As environment variables. */
  env: Record<string, string>;
  /** What was taken, in order. */
  messages: Sms[];
  /** What was wrong with requests that no real service would take; a test expects none. */
  complaints: string[];
  /** Asked before a message is taken. */
  answer: (sms: Sms) => TwilioAnswer;
  stop: () => Promise<void>;
};

const taken: TwilioAnswer = { status: 201, body: { sid: 'SM00000000000000000000000000000001', status: 'queued' } };

/** https://www.twilio.com/docs/messaging/api/message-resource as far as a shop uses it, strict about what it gets. */
export async function startTwilio(): Promise<TwilioStandIn> {
  const messages: Sms[] = [];
  const complaints: string[] = [];
  const authorization = `Basic ${Buffer.from(`${TWILIO.sid}:${TWILIO.token}`).toString('base64')}`;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const send = (status: number, body: unknown) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    if (request.headers.authorization !== authorization) {
      return send(401, { code: 20003, message: 'Authenticate', status: 401 });
    }
    const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
    const sms = { to: form.get('To') ?? '', from: form.get('From') ?? '', body: form.get('Body') ?? '' };
    const wrong = [
      request.method === 'POST' ? '' : `method ${request.method}`,
      request.url === `/2010-04-01/Accounts/${TWILIO.sid}/Messages.json` ? '' : `path ${request.url}`,
      request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ? '' : 'content type',
      /^\+[1-9]\d{6,14}$/.test(sms.to) ? '' : `To ${sms.to}`,
      sms.from === TWILIO.from ? '' : `From ${sms.from}`,
      sms.body !== '' && sms.body.length <= 1600 ? '' : 'Body',
      [...form.keys()].sort().join() === 'Body,From,To' ? '' : `fields ${[...form.keys()].join()}`,
    ].filter((complaint) => complaint !== '');
    if (wrong.length > 0) {
      complaints.push(...wrong);
      return send(400, { code: 21602, message: wrong.join(', '), status: 400 });
    }
    const answer = standIn.answer(sms);
    if (answer === 'hang') return;
    if (answer === 'break off') return request.socket.destroy();
    if (answer.status < 300) messages.push(sms);
    send(answer.status, answer.body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const standIn: TwilioStandIn = {
    url,
    env: {
      TWILIO_ACCOUNT_SID: TWILIO.sid,
      TWILIO_AUTH_TOKEN: TWILIO.token,
      TWILIO_FROM: TWILIO.from,
      TWILIO_API_URL: url,
    },
    messages,
    complaints,
    answer: () => taken,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
  return standIn;
}
