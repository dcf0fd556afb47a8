'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { toast } from '#components/ui/toast';
import type { ActionFailure, ActionResult } from '#lib/http/action';

type Outcome<T> = {
  /** Said in a toast when it worked. */
  done?: string | ((data: T) => string);
  /** Offered beside that toast. */
  undo?: { label?: string; run: () => void };
  /** Refusals are shown in a toast unless this takes them. */
  onFailure?: (failure: ActionFailure) => void;
  onDone?: (data: T) => void;
};

const OFFLINE: ActionFailure = {
  ok: false,
  code: 'DB_001',
  message: 'The shop did not answer. Check the connection and try again.',
  fields: {},
  details: {},
};

/**
 * Runs a server action from a button: `busy` while it runs, a toast for what came of it, and the page with its new
 * data. `run` answers the result, or a failure when the request itself did not arrive.
 */
export function useAction<I, T>(action: (input: I) => Promise<ActionResult<T>>, outcome: Outcome<T> = {}) {
  const router = useRouter();
  const [isRunning, setRunning] = useState(false);
  const [isRefreshing, refresh] = useTransition();

  async function run(input: I, once: Outcome<T> = {}): Promise<ActionResult<T>> {
    const { done, undo, onFailure, onDone } = { ...outcome, ...once };
    setRunning(true);
    const result = await settle(action(input));
    setRunning(false);
    if (result.ok) {
      if (done) {
        const text = typeof done === 'function' ? done(result.data) : done;
        toast(text, undo ? { label: undo.label ?? 'Undo', run: undo.run } : undefined);
      }
      onDone?.(result.data);
      refresh(() => router.refresh());
    } else if (onFailure) onFailure(result);
    else toast(result.message);
    return result;
  }
  return { run, busy: isRunning || isRefreshing };
}

/** A request that never arrived is a refusal like any other: the form keeps what was typed. */
export async function settle<T>(pending: Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  try {
    return await pending;
  } catch (error) {
    if (error instanceof Error && 'digest' in error) throw error;
    return OFFLINE;
  }
}
