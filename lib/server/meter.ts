import type { ServerResponse } from 'node:http';

/** What a request was about, as far as figures go: few enough that nobody can make them many by asking. */
export const ROUTE_CLASSES = ['kept', 'file', 'page', 'desk', 'api', 'stream', 'refused'] as const;
export type RouteClass = (typeof ROUTE_CLASSES)[number];

/** `gone`: whoever asked did not wait for the end. */
export const OUTCOMES = ['2xx', '3xx', '4xx', '5xx', 'gone'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type Meter = {
  /** Responses since the process began. */
  readonly requests: Readonly<Record<RouteClass, Readonly<Record<Outcome, number>>>>;
  /** What is answered at once: one addition, because there are tens of thousands in a second. */
  count: (route: RouteClass, status: number) => void;
  /** Counts what the app answers, and tells how long that took, when it has ended. */
  watch: (response: ServerResponse, route: RouteClass) => void;
};

export function outcomeOf(status: number): Outcome {
  if (status < 300) return '2xx';
  if (status < 400) return '3xx';
  return status < 500 ? '4xx' : '5xx';
}

const DESK = /^\/admin(\/|$)/;
export const classOf = (pathname: string, isApi: boolean): RouteClass =>
  isApi ? 'api' : DESK.test(pathname) ? 'desk' : 'page';

const none = () => ({ '2xx': 0, '3xx': 0, '4xx': 0, '5xx': 0, gone: 0 });

/** The figures of this process about the requests it answered: plain numbers, read when somebody asks for them. */
export function createMeter(
  observe: (route: RouteClass, seconds: number) => void,
  now: () => number = () => performance.now(),
): Meter {
  const requests = {
    kept: none(),
    file: none(),
    page: none(),
    desk: none(),
    api: none(),
    stream: none(),
    refused: none(),
  };
  return {
    requests,
    count(route, status) {
      requests[route][outcomeOf(status)] += 1;
    },
    watch(response, route) {
      const began = now();
      response.once('close', () => {
        // A stream is ended by whoever listens, and how long it was says nothing about us.
        if (String(response.getHeader('content-type') ?? '').startsWith('text/event-stream')) {
          requests.stream[outcomeOf(response.statusCode)] += 1;
          return;
        }
        requests[route][response.writableFinished ? outcomeOf(response.statusCode) : 'gone'] += 1;
        observe(route, (now() - began) / 1000);
      });
    },
  };
}
