'use client';

import { useEffect, useState } from 'react';
import { z } from 'zod';
import { LEAST_LETTERS } from '#lib/orders/search-input';
import { type DeskSearchDto, deskSearchOutput } from '#lib/orders/search-output';

const PAUSE_MS = 140;
const answer = z.object({ data: deskSearchOutput });

type State = { words: string; found: DeskSearchDto | null; failure: string | null };

/** A GET rather than an action: actions wait for one another, and only the newest words matter. */
async function ask(words: string, signal: AbortSignal): Promise<Omit<State, 'words'>> {
  const response = await fetch(`/api/admin/search?q=${encodeURIComponent(words)}`, { signal });
  if (response.ok) return { found: answer.parse(await response.json()).data, failure: null };
  if (response.status === 401)
    return { found: null, failure: 'You are signed out. Sign in in another tab, then go on.' };
  if (response.status === 429) return { found: null, failure: 'Too many searches at once. Wait a moment.' };
  return { found: null, failure: 'The shop did not answer. Check the connection and try again.' };
}

/** What is found for the words as they are typed; `isAsking` until the answer is the one for these words. */
export function useDeskSearch(typed: string) {
  const [state, setState] = useState<State>({ words: '', found: null, failure: null });
  const words = typed.trim();
  const isEnough = words.length >= LEAST_LETTERS;

  useEffect(() => {
    if (!isEnough) return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const got = await ask(words, abort.signal);
        if (!abort.signal.aborted) setState({ words, ...got });
      } catch (error) {
        if (abort.signal.aborted) return;
        if (!(error instanceof TypeError)) throw error;
        // The request itself did not arrive.
        setState({ words, found: null, failure: 'The shop did not answer. Check the connection and try again.' });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [words, isEnough]);

  return {
    words,
    isEnough,
    isAsking: isEnough && state.words !== words,
    // The last answer stays while the next is on its way: the list does not flicker.
    found: isEnough ? state.found : null,
    failure: isEnough ? state.failure : null,
  };
}
