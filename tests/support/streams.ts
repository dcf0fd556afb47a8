import { get, type IncomingMessage } from 'node:http';
import { until } from './wait.ts';

export type Heard = { id: string; event: string; data: unknown };

/** The events in a piece of text, and what is left of it: the beginning of the next. */
export function readEvents(text: string): { events: Heard[]; rest: string } {
  const blocks = text.split('\n\n');
  const rest = blocks.pop() ?? '';
  const events = blocks.flatMap((block) => {
    const fields = new Map(
      block.split('\n').map((line): [string, string] => {
        const at = line.indexOf(':');
        return [line.slice(0, at), line.slice(at + 1).trimStart()];
      }),
    );
    const event = fields.get('event');
    if (event === undefined) return [];
    const data = fields.get('data') || 'null';
    return [{ id: fields.get('id') ?? '', event, data: JSON.parse(data) as unknown }];
  });
  return { events, rest };
}

export type Listening = {
  status: number;
  headers: IncomingMessage['headers'];
  /** What was heard so far, heartbeats aside. */
  events: Heard[];
  /** The first event of this name whose data has these fields, also one that was heard before. */
  hears: (event: string, fields?: Record<string, unknown>, ms?: number) => Promise<Heard>;
  lastId: () => string;
  /** Everything that was said, as it came. */
  text: () => string;
  isOver: () => boolean;
  close: () => void;
};

const fits = (data: unknown, fields: Record<string, unknown>): boolean =>
  Object.entries(fields).every(
    ([name, value]) => typeof data === 'object' && data !== null && Reflect.get(data, name) === value,
  );

/** One event stream of a running shop, as a program listens to it. Resolves with the head of the answer. */
export function listenTo(url: string, query: string, headers: Record<string, string> = {}): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const request = get(`${url}/api/events?${query}`, { agent: false, headers }, (response) => {
      const events: Heard[] = [];
      let [all, rest, lastId, isOver] = ['', '', '', false];
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        all += chunk;
        const read = readEvents(rest + chunk);
        rest = read.rest;
        for (const one of read.events) {
          lastId = one.id;
          if (one.event !== 'beat') events.push(one);
        }
      });
      response.on('error', () => undefined);
      response.once('close', () => {
        isOver = true;
      });
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        events,
        hears: (event, fields = {}, ms = 5000) =>
          until(`${event} ${JSON.stringify(fields)}`, ms, () => {
            return events.find((one) => one.event === event && fits(one.data, fields)) ?? null;
          }),
        lastId: () => lastId,
        text: () => all,
        isOver: () => isOver,
        close: () => request.destroy(),
      });
    });
    request.on('error', reject);
  });
}

/** The text of an answer; of an event stream, which has no end, its first event. */
export async function textOf(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream') || !response.body) return response.text();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes('\n\n')) {
    const { value, done } = await reader.read();
    if (done) return text;
    text += value;
  }
  await reader.cancel();
  return text;
}
