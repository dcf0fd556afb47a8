import { z } from 'zod';
import { parseTopic } from '#lib/realtime/topics';

export const MOST_TOPICS = 20;

const words = (value: unknown): unknown => {
  const given = Array.isArray(value) ? value : [value];
  return given.flatMap((part) => (typeof part === 'string' ? part.split(',').filter((word) => word !== '') : [part]));
};

const TOPIC = 'A topic is stock, slots, cart, desk, order:{number}, booking:{number} or chat:{id}.';

const topic = z
  .string(TOPIC)
  .max(60, TOPIC)
  .refine((text) => parseTopic(text) !== null, TOPIC);

export const openStreamInput = z.object({
  topics: z
    .preprocess(words, z.array(topic).min(1, TOPIC).max(MOST_TOPICS, `A stream carries at most ${MOST_TOPICS} topics.`))
    .describe(
      'What to hear of, comma separated: `stock`, `slots`, `cart`, `desk`, `order:{number}`, `booking:{number}`, `chat:{id}`',
    ),
  token: z
    .preprocess(words, z.array(z.string().max(100)).max(MOST_TOPICS))
    .optional()
    .describe(
      'Tokens that open one topic each, comma separated; made where that topic is handed out, good for a minute',
    ),
  last_event_id: z
    .string()
    .max(40)
    .optional()
    .describe('As the header `Last-Event-ID`, for clients that cannot send it; the header wins'),
  since_seconds: z.coerce
    .number()
    .int()
    .min(0)
    .max(60)
    .default(0)
    .describe('Without an id: begin so many seconds back, for a page that was made that long ago'),
});
export type OpenStream = z.output<typeof openStreamInput>;
