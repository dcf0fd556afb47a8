import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';

export default function NotFound() {
  return (
    <EmptyState
      art="not-found"
      heading="h1"
      title="There is nothing here"
      action={<ButtonLink href="/products">See what there is today</ButtonLink>}
    >
      The page may have moved, or what was on it is no longer made.
    </EmptyState>
  );
}
