'use client';

import { useEffect, useState } from 'react';
import { Dialog } from '#components/ui/dialog';
import { Notice } from '#components/ui/notice';
import { openChatAction } from '#lib/chat/actions';
import type { ChatDoorDto } from '#lib/chat/output';
import type { Messages } from '#lib/i18n/words';
import { MoreMessages } from '../more-messages.tsx';
import { Talk } from './talk.tsx';

type Opened = { door: ChatDoorDto; words: Partial<Messages> & Pick<Messages, 'chat'> };

/** The talk over the page. Its words come with it: pages that nobody talks on do not carry them. */
export function ChatPanel({
  isOpen,
  onOpenChange,
  shopName,
}: {
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
  shopName: string;
}) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    if (!isOpen || opened) return;
    let isLeft = false;
    openChatAction().then(
      (result) => {
        if (isLeft) return;
        if (result.ok) setOpened(result.data);
        else setFailure(result.message);
      },
      // The page of the talk works without any of this.
      () => location.assign(document.querySelector<HTMLAnchorElement>('.chat-bubble')?.href ?? '/chat'),
    );
    return () => {
      isLeft = true;
    };
  }, [isOpen, opened]);

  return (
    <Dialog kind="drawer" open={isOpen} onOpenChange={onOpenChange} title={opened?.words.chat.title ?? shopName}>
      {failure ? (
        <Notice tone="bad" title={failure}>
          {null}
        </Notice>
      ) : null}
      {opened ? (
        <MoreMessages messages={opened.words}>
          <Talk door={opened.door} shopName={shopName} />
        </MoreMessages>
      ) : failure ? null : (
        <span className="spinner" />
      )}
    </Dialog>
  );
}
