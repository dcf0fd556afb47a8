import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';

export default function DeskNotFound() {
  return (
    <EmptyState
      heading="h1"
      title="There is no such page"
      action={<ButtonLink href="/admin/dashboard">To the dashboard</ButtonLink>}
    >
      It may have been archived, or the address was typed by hand.
    </EmptyState>
  );
}
