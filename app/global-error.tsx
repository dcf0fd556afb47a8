'use client';

import './globals.css';
import { Button } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';

/** Stands in for a layout that failed, so it asks nobody for the shop's look. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en" data-look="desk">
      <body>
        <title>That did not work</title>
        <main className="site-main">
          <EmptyState heading="h1" title="That did not work" action={<Button onClick={reset}>Try again</Button>}>
            It was our fault, and nothing is lost. Please try again in a moment.
          </EmptyState>
        </main>
      </body>
    </html>
  );
}
