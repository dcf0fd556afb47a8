'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { Button } from '#components/ui/button';
import { Notice } from '#components/ui/notice';
import type { ActionFailure } from '#lib/http/action';

/** A refusal that belongs to no field. When somebody else changed the record, the newest version is one press away. */
export function FailureNotice({ failure, onReload }: { failure: ActionFailure | null; onReload?: () => void }) {
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // It stands above the fields, and the button that was pressed may be a screen below.
    if (failure) box.current?.scrollIntoView({ block: 'nearest' });
  }, [failure]);
  if (!failure) return null;
  return (
    <div ref={box} className="scroll-mt-20">
      <Notice tone="bad" title={failure.message}>
        {failure.code === 'REQ_002' ? (
          <Button
            variant="link"
            onClick={() => {
              router.refresh();
              onReload?.();
            }}
          >
            Show the newest version
          </Button>
        ) : null}
        {failure.code === 'AUTH_002' ? (
          <Button variant="link" onClick={() => window.open('/admin', '_blank', 'noopener')}>
            Sign in in another tab, then try again
          </Button>
        ) : null}
      </Notice>
    </div>
  );
}
