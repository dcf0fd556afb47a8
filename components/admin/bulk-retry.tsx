'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { toast } from '#components/ui/toast';
import type { ActionResult } from '#lib/http/action';
import { settle } from './use-action.ts';

/** Tries the chosen ones again, one by one: after an outage it is not one that failed. Those that cannot be stay. */
export function BulkRetry<T>({
  ids,
  label,
  retry,
  clear,
}: {
  ids: readonly string[];
  label: string;
  retry: (id: string) => Promise<ActionResult<T>>;
  clear: () => void;
}) {
  const router = useRouter();
  const [isRunning, setRunning] = useState(false);

  async function run() {
    setRunning(true);
    let refused = 0;
    for (const id of ids) if (!(await settle(retry(id))).ok) refused += 1;
    setRunning(false);
    toast(`${ids.length - refused} on the way again.${refused > 0 ? ` ${refused} could not be.` : ''}`);
    clear();
    router.refresh();
  }

  return (
    <>
      <Button size="sm" variant="secondary" busy={isRunning} disabled={ids.length === 0} onClick={run}>
        {label} ({ids.length})
      </Button>
      <Button size="sm" variant="quiet" onClick={clear}>
        Choose none
      </Button>
    </>
  );
}
