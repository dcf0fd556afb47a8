'use client';

import { Button } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';

export default function ShopError({ reset }: { error: Error; reset: () => void }) {
  return (
    <EmptyState art="error" heading="h1" title="That did not work" action={<Button onClick={reset}>Try again</Button>}>
      It was our fault, and nothing is lost. If it happens again, call us.
    </EmptyState>
  );
}
