'use client';

import dynamic from 'next/dynamic';
import { type MouseEvent, useState } from 'react';
import { Icon } from '#components/ui/icons';
import { useAddress } from '#components/ui/link';

// Nobody carries the talk along who does not open it.
const ChatPanel = dynamic(() => import('./chat-panel.tsx').then(({ ChatPanel }) => ChatPanel), { ssr: false });

/** The bubble on every page: a link to the page of the talk, and where there is script a panel over this one. */
export function ChatLink({ label, shopName }: { label: string; shopName: string }) {
  const [isOpen, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const address = useAddress();
  function open(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    setWanted(true);
    setOpen(true);
  }
  return (
    <aside aria-label={label}>
      {/* Not fetched ahead: it is opened here. */}
      <a className="chat-bubble no-print" href={address('/chat')} aria-label={label} onClick={open}>
        <Icon name="chat" size={24} />
      </a>
      {isWanted ? <ChatPanel isOpen={isOpen} onOpenChange={setOpen} shopName={shopName} /> : null}
    </aside>
  );
}
