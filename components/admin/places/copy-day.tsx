'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button';
import { Dialog } from '#components/ui/dialog';
import { WEEKDAYS, weekdayName } from './words.ts';

/** Copies the windows of one day to others, in place of theirs. */
export function CopyDay({ weekday, onCopy }: { weekday: number; onCopy: (days: number[]) => void }) {
  const [isOpen, setOpen] = useState(false);
  const [days, setDays] = useState<number[]>([]);
  const others = WEEKDAYS.map((name, at) => ({ name, day: at + 1 })).filter(({ day }) => day !== weekday);
  const change = (next: boolean) => {
    setDays([]);
    setOpen(next);
  };
  return (
    <Dialog
      width="narrow"
      title={`Copy ${weekdayName(weekday)}`}
      description="The days chosen get the same windows, in place of theirs."
      open={isOpen}
      onOpenChange={change}
      trigger={
        <Button variant="quiet" size="sm">
          Copy to other days<span className="visually-hidden"> from {weekdayName(weekday)}</span>
        </Button>
      }
      footer={
        <>
          <Button variant="quiet" onClick={() => change(false)}>
            Go back
          </Button>
          <Button
            disabled={days.length === 0}
            onClick={() => {
              onCopy(days);
              change(false);
            }}
          >
            Copy
          </Button>
        </>
      }
    >
      <fieldset>
        <legend className="visually-hidden">Days</legend>
        {others.map(({ name, day }) => (
          <label key={day} className="tick">
            <input
              type="checkbox"
              checked={days.includes(day)}
              onChange={({ target }) =>
                setDays((before) => (target.checked ? [...before, day] : before.filter((one) => one !== day)))
              }
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      <Button variant="link" onClick={() => setDays(others.map(({ day }) => day).filter((day) => day <= 5))}>
        Monday to Friday
      </Button>
    </Dialog>
  );
}
