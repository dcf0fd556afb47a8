import type { Metadata } from 'next';
import './globals.css';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { LookDocument } from '#components/ui/look-document';

export const metadata: Metadata = { title: 'There is nothing here' };

/** For addresses outside the shop and the desk. Made at build, when no shop is known yet. */
export default function GlobalNotFound() {
  return (
    <LookDocument look="desk" lang="en">
      <main className="site-main">
        <EmptyState heading="h1" title="There is nothing here" action={<ButtonLink href="/">To the shop</ButtonLink>}>
          The address may have been typed by hand, or the page has moved.
        </EmptyState>
      </main>
    </LookDocument>
  );
}
