'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef } from 'react';
import { useLive } from './use-live.ts';

/** Where much happens a page is made anew at most this often. */
const APART_MS = 3000;

/** Calls `work` at once, and for whatever comes within the next while once more at its end. */
export function useApart(work: () => void, apartMs = APART_MS): () => void {
  const newest = useRef(work);
  newest.current = work;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const again = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    again.current = timer.current !== undefined;
    if (again.current) return;
    newest.current();
    const rest = () => {
      timer.current = undefined;
      if (!again.current) return;
      again.current = false;
      newest.current();
      timer.current = setTimeout(rest, apartMs);
    };
    timer.current = setTimeout(rest, apartMs);
  }, [apartMs]);
}

/** Has the page made anew when something happens in this topic. */
export function LiveRefresh({ topic, token, everyMs }: { topic: string; token?: string; everyMs?: number }) {
  const router = useRouter();
  const refresh = useApart(() => router.refresh());
  useLive(topic, { heard: refresh, ...(token && { token }), ...(everyMs && { everyMs }) });
  return null;
}
