'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useState, useTransition } from 'react';
import { z } from 'zod';
import { toast } from '#components/ui/toast';
import type { ActionFailure } from '#lib/http/action';
import { setPlansAction } from '#lib/stock/actions';
import type { Plans, PlansSet, PlanVariant } from '#lib/stock/output';
import { settle } from '../use-action.ts';
import {
  type CellEdit,
  type CellKey,
  countChanges,
  type Draft,
  type Errors,
  findErrors,
  keyOf,
  prune,
  reviveDraft,
  soldWords,
  toRequest,
  withEdit,
} from './draft.ts';

const STORE = 'barrow:bake-plan';

const lowItems = z.object({ items: z.array(z.object({ variant_id: z.string(), on_date: z.string(), sold: z.int() })) });

/** What the server found wrong, at its cells; what belongs to none stays a failure. */
function placeErrors(failure: ActionFailure, cells: Record<'days' | 'patterns', CellKey[]>): Errors {
  const found: Record<CellKey, string> = {};
  if (failure.code === 'CONF_002') {
    for (const { variant_id, on_date, sold } of lowItems.parse(failure.details).items) {
      found[keyOf(variant_id, on_date)] = soldWords(sold);
    }
  }
  for (const [field, sentences] of Object.entries(failure.fields)) {
    const [list, at] = field.split('.');
    const key = list === 'days' || list === 'patterns' ? cells[list][Number(at)] : undefined;
    if (key && sentences[0]) found[key] = sentences[0];
  }
  return found;
}

/** The bake plan while it is edited: what was typed survives looking elsewhere, and leaves in one request. */
export function usePlan(plans: Plans) {
  const { variants } = plans;
  const router = useRouter();
  const [draft, setDraft] = useState<Draft>({});
  const [isRestored, setRestored] = useState(false);
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const [reply, setReply] = useState<PlansSet | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [isRefreshing, refresh] = useTransition();

  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the browser's own store is there
  useEffect(() => {
    const stored = sessionStorage.getItem(STORE);
    if (stored) setDraft(reviveDraft(JSON.parse(stored), plans));
    setRestored(true);
  }, []);
  useEffect(() => {
    if (!isRestored) return;
    if (Object.keys(draft).length === 0) sessionStorage.removeItem(STORE);
    else sessionStorage.setItem(STORE, JSON.stringify(draft));
  }, [draft, isRestored]);
  useEffect(() => setDraft((now) => prune(now, variants)), [variants]);

  const edit = (changes: readonly { variant: PlanVariant; column: string; edit: CellEdit }[], isTyping = false) => {
    setDraft((now) =>
      changes.reduce((next, { variant, column, edit }) => withEdit(next, variant, column, edit, isTyping), now),
    );
    setErrors((now) => {
      const touched = new Set<string>(changes.map(({ variant, column }) => keyOf(variant.variant_id, column)));
      return Object.fromEntries(Object.entries(now).filter(([key]) => !touched.has(key)));
    });
  };

  /** Answers the cells that need another look; none when it was saved. */
  async function save(): Promise<CellKey[]> {
    const wrong = findErrors(draft, variants);
    const { input, cells } = toRequest(draft, variants);
    setFailure(null);
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return keysOf(wrong);
    if (input.days.length + input.patterns.length === 0) return [];
    setSaving(true);
    const result = await settle(setPlansAction(input));
    setSaving(false);
    if (result.ok) {
      setReply(result.data);
      toast('The plan is saved.');
      refresh(() => router.refresh());
      return [];
    }
    const refused = placeErrors(result, cells);
    setErrors(refused);
    if (Object.keys(refused).length === 0) setFailure(result);
    // More was sold meanwhile than this page knows of.
    if (result.code === 'CONF_002') refresh(() => router.refresh());
    return keysOf(refused);
  }

  return {
    draft,
    errors,
    failure,
    reply,
    edit,
    save,
    isSaving: isSaving || isRefreshing,
    count: useMemo(() => countChanges(draft, variants), [draft, variants]),
    /** Typing is over: what says nothing new is no change any more. */
    leave: (variant: PlanVariant, column: string) => setDraft((now) => withEdit(now, variant, column, {})),
    /** Takes back what was typed into one cell. */
    revert(key: CellKey) {
      setDraft(({ [key]: _, ...rest }) => rest);
      setErrors(({ [key]: _, ...rest }) => rest);
    },
    discard: () => {
      setDraft({});
      setErrors({});
      setFailure(null);
    },
    dismissReply: () => setReply(null),
  };
}

const keysOf = (errors: Errors): CellKey[] => Object.keys(errors).filter((key): key is CellKey => key.includes(' '));

export type PlanState = ReturnType<typeof usePlan>;
