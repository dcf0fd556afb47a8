import { useEffect, useRef } from 'react';
import type { Line } from './line.ts';

let line: Promise<Line> | undefined;

/** Once the page is there and has nothing better to do: no page waits for its stream. */
function whenIdle(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const idle = () =>
    'requestIdleCallback' in window
      ? requestIdleCallback(() => resolve(), { timeout: 2000 })
      : setTimeout(resolve, 500);
  if (document.readyState === 'complete') idle();
  else window.addEventListener('load', idle, { once: true });
  return promise;
}

const openOnce = (): Promise<Line> => {
  line ??= whenIdle()
    .then(() => import('./line.ts'))
    .then(({ openLine }) => openLine());
  return line;
};

/** The stream is opened anew, as somebody who has a cart now. Nothing happens where none is open. */
export function renewLive(): void {
  void line?.then((open) => open.renew());
}

export type Live = {
  /** Ids and figures, as `docs/live.md` lists them per topic; may come twice. */
  heard: (data: unknown) => void;
  /** Something may have been missed, or there is no stream; by default as if something had been heard. */
  lookAgain?: () => void;
  everyMs?: number;
  token?: string;
};

/** Hears of a topic for as long as the component is there; null hears nothing. Without a stream it looks every so often. */
export function useLive(topic: string | null, { heard, lookAgain, everyMs = 30_000, token }: Live): void {
  const newest = useRef({ heard, lookAgain });
  newest.current = { heard, lookAgain };
  useEffect(() => {
    if (topic === null) return;
    let isOver = false;
    let leave: (() => void) | undefined;
    void openOnce().then((open) => {
      if (isOver) return;
      leave = open.add({
        topic,
        token,
        everyMs,
        heard: (data) => newest.current.heard(data),
        lookAgain: () => (newest.current.lookAgain ?? newest.current.heard)(null),
      });
    });
    return () => {
      isOver = true;
      leave?.();
    };
  }, [topic, token, everyMs]);
}
