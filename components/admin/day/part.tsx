'use client';

import type { ReactNode } from 'react';
import type { Role } from './tick.tsx';
import type { Day } from './use-day.ts';
import { PART, type Part, type Shop } from './words.ts';

/** What every part of the sheet is given. */
export type PartProps = { day: Day; date: string; shop: Shop; role: Role; hasPlaces: boolean };

/** The heading of a part: how far it is, and what can be done to all of it. */
export function PartHead({ part, note, children }: { part: Part; note?: ReactNode; children?: ReactNode }) {
  return (
    <header className="day-head">
      <h2 id={`${part}-title`}>{PART[part]}</h2>
      {note ? <p className="day-soft">{note}</p> : null}
      {children}
    </header>
  );
}
