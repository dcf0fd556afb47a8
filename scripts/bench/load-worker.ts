import autocannon from 'autocannon';
import { z } from 'zod';

const load = z
  .object({
    url: z.string(),
    method: z.enum(['GET', 'POST']).default('GET'),
    headers: z.record(z.string(), z.string()).default({}),
    bodies: z.array(z.string()).default([]),
    connections: z.number(),
    seconds: z.number(),
    amount: z.number().optional(),
  })
  .parse(JSON.parse(process.argv[2] ?? '{}'));

const { seconds, bodies, ...rest } = load;
const requests = bodies.map((body) => ({ body }));
const result = await autocannon({ ...rest, duration: seconds, ...(requests.length > 0 ? { requests } : {}) });

process.send?.({
  perSecond: result.requests.total / result.duration,
  p50: result.latency.p50,
  p97: result.latency.p97_5,
  p99: result.latency.p99,
  ok: result['2xx'],
  refused: result.non2xx,
  failed: result.errors + result.timeouts,
});
process.disconnect?.();
