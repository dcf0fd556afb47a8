'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** Comes into sight and is read out when somebody is sent here by what they just did. */
export function Arrived({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1}>
      {children}
    </div>
  );
}
