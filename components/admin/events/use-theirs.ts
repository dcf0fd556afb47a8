import { useEffect, useState } from 'react';

/**
 * For a form over a record that somebody else saved meanwhile: `take` asks for theirs, and `round` (a key of the form)
 * changes once the page has looked again. Until then, and without it, nothing that was typed goes.
 */
export function useTheirs(record: unknown): { round: number; take: () => void } {
  const [asked, setAsked] = useState<{ over: unknown } | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (asked === null || asked.over === record) return;
    setAsked(null);
    setRound((before) => before + 1);
  }, [asked, record]);
  return { round, take: () => setAsked({ over: record }) };
}
