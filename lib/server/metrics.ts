import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Hub } from '../realtime/hub.ts';
import type { Keeper } from './keeper.ts';
import { createMeter, type Meter, OUTCOMES, ROUTE_CLASSES } from './meter.ts';

/** What this process knows of itself, as Prometheus reads it. */
export type Metrics = { text: () => Promise<string> };

/** Seconds. Behind the last one nothing ends but uploads: every other request has its deadline there. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 8];

/** The meter of the server, and the text made of it. Labels are few and fixed: no addresses, no ids, no names. */
export function createMetrics(keeper: Keeper, hub: Hub | null): { meter: Meter; metrics: Metrics } {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const durations = new Histogram({
    name: 'barrow_http_request_duration_seconds',
    help: 'How long the app took to answer, by class of route; kept responses and files are not timed',
    labelNames: ['route'],
    buckets: BUCKETS,
    registers,
  });
  const meter = createMeter((route, seconds) => durations.observe({ route }, seconds));

  new Counter({
    name: 'barrow_http_requests_total',
    help: 'Responses by class of route and outcome',
    labelNames: ['route', 'status'],
    registers,
    collect() {
      this.reset();
      for (const route of ROUTE_CLASSES) {
        for (const status of OUTCOMES) this.inc({ route, status }, meter.requests[route][status]);
      }
    },
  });
  new Counter({
    name: 'barrow_kept_lookups_total',
    help: 'Looks for a kept response: hit, miss, or a stale one that was better than an error',
    labelNames: ['result'],
    registers,
    collect() {
      const { hits, misses, stale } = keeper.counters;
      this.reset();
      this.inc({ result: 'hit' }, hits);
      this.inc({ result: 'miss' }, misses);
      this.inc({ result: 'stale' }, stale);
    },
  });
  new Gauge({
    name: 'barrow_kept_responses',
    help: 'Responses that are kept now',
    registers,
    collect() {
      this.set(keeper.size().entries);
    },
  });
  new Gauge({
    name: 'barrow_kept_bytes',
    help: 'What they weigh',
    registers,
    collect() {
      this.set(keeper.size().bytes);
    },
  });
  if (hub) watchStreams(hub, registers);
  return { meter, metrics: { text: () => registry.metrics() } };
}

function watchStreams(hub: Hub, registers: Registry[]): void {
  new Gauge({
    name: 'barrow_streams_open',
    help: 'Event streams that are open now',
    registers,
    collect() {
      this.set(hub.count());
    },
  });
  new Counter({
    name: 'barrow_streams_total',
    help: 'Event streams: opened, refused by a limit, or cut off because nobody read them',
    labelNames: ['result'],
    registers,
    collect() {
      this.reset();
      for (const result of ['opened', 'refused', 'cut'] as const) this.inc({ result }, hub.counters[result]);
    },
  });
  new Counter({
    name: 'barrow_stream_events_total',
    help: 'What was written to event streams, the heartbeat aside',
    registers,
    collect() {
      this.reset();
      this.inc(hub.counters.told);
    },
  });
}
