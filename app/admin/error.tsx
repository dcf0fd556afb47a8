'use client';

import { Button } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';

export default function DeskError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <EmptyState heading="h1" title="That did not work" action={<Button onClick={reset}>Try again</Button>}>
      It is in the log{error.digest ? ` under ${error.digest}` : ''}. Nothing was changed by it.
    </EmptyState>
  );
}
