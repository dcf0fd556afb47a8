import type { ReactNode } from 'react';

/** Tones say what a word means to the reader: plain, accent, touch (the shop's second color), good, warn, bad. */
export type Tone = 'plain' | 'accent' | 'touch' | 'good' | 'warn' | 'bad';

export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="badge" data-tone={tone}>
      {children}
    </span>
  );
}

/** A status as a word with a color dot; the word carries the meaning. */
export function Status({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="status">
      <span className="dot" data-tone={tone} aria-hidden="true" />
      {children}
    </span>
  );
}
