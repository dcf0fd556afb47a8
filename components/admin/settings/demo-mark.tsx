'use client';

import { ConfirmDialog } from '#components/admin/confirm-dialog';
import { Panel } from '#components/admin/shell/stat-tile';
import { Button } from '#components/ui/button';
import { changeSettingAction } from '#lib/settings/actions';

/** Shown while the shop carries the demo mark. */
export function DemoMark() {
  return (
    <Panel title="This is a demo shop">
      <p className="mb-4 max-w-prose">
        Its products, customers and orders were made up. When you have put your own in their place, say so here.
      </p>
      <ConfirmDialog
        title="Is this shop real now?"
        confirmLabel="Yes, it is real"
        variant="primary"
        action={changeSettingAction}
        input={{ key: 'demo', value: { is_demo: false } }}
        done="The shop is real now. Good luck!"
        trigger={<Button variant="secondary">This shop is real now</Button>}
      >
        The sign-in page stops showing how to get into the demo. Nothing is deleted, and products and orders stay as
        they are.
      </ConfirmDialog>
    </Panel>
  );
}
