'use client';

import { ConfirmDialog } from '#components/admin/confirm-dialog';
import { Button } from '#components/ui/button';
import { retryNoticeAction } from '#lib/notices/actions';
import type { OutboxDto } from '#lib/notices/output';
import { recipientWords } from './words.ts';

/** A letter that comes twice is one letter to a mail program; an SMS that may have arrived would be a second one. */
export function RetryNotice({ message }: { message: Pick<OutboxDto, 'id' | 'channel' | 'recipient'> }) {
  return (
    <ConfirmDialog
      title={message.channel === 'sms' ? 'Send this SMS again?' : 'Send this letter again?'}
      confirmLabel="Send again"
      variant="primary"
      trigger={<Button icon="mail">Send again</Button>}
      action={retryNoticeAction}
      input={{ notification_id: message.id }}
      done="It is on its way."
    >
      <p>
        It goes to <span className="break-all">{recipientWords(message)}</span> as it stands here.
        {message.channel === 'sms' ? ' If the first one did arrive after all, it arrives twice.' : ''}
      </p>
    </ConfirmDialog>
  );
}
