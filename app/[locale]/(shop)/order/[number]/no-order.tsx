import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';

export function NoOrder() {
  return (
    <EmptyState
      art="empty-orders"
      heading="h1"
      title="This page opens with its link"
      action={<ButtonLink href="/track">Look up an order</ButtonLink>}
    >
      Orders are private: use the link you were given with the confirmation, or look it up by its number and your phone.
    </EmptyState>
  );
}
