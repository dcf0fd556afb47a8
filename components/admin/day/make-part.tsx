'use client';

import { Icon } from '#components/ui/icons';
import type { MakeLineDto } from '#lib/orders/day-output';
import { isWaiting, makeLines } from '#lib/orders/day-rules';
import { BulkTick } from './bulk-tick.tsx';
import { PartHead, type PartProps } from './part.tsx';
import { allergenWords, count, itemWords, numberParts } from './words.ts';

/** Totals per variant. How far one is follows from what is packed: nobody has to keep a second list. */
export function MakePart({ day, date }: PartProps) {
  // An order that was cancelled under somebody's thumb is still shown, and no longer made.
  const lines = makeLines(
    day.pack.filter(({ status }) => status !== 'cancelled'),
    date,
  );
  const waiting = day.pack.filter(({ status }) => isWaiting(status));
  const shelves = [...new Set(lines.map(({ category }) => category))];
  const toDo = lines.reduce((sum, line) => sum + line.to_do, 0);
  return (
    <section className="day-part" id="make" aria-labelledby="make-title">
      <PartHead
        part="make"
        note={toDo > 0 ? `${count(toDo, 'piece')} to go` : lines.length > 0 ? 'All packed' : undefined}
      >
        <BulkTick
          day={day}
          orders={waiting}
          to="processing"
          label="Start making"
          title={`Start making ${count(waiting.length, 'order')}?`}
          done="started"
        >
          They become “Processing”: from then on only an admin can cancel them.
        </BulkTick>
      </PartHead>
      {lines.length === 0 ? <p className="day-none">Nothing is ordered for this day.</p> : null}
      <div className="day-make">
        {shelves.map((shelf) => (
          <div key={shelf ?? ''} className="day-shelf">
            {shelves.length > 1 ? <h3>{shelf ?? 'Other'}</h3> : null}
            <ul>
              {lines
                .filter(({ category }) => category === shelf)
                .map((line) => (
                  <Line key={line.variant_id ?? itemWords(line)} line={line} />
                ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

function Line({ line }: { line: MakeLineDto }) {
  const packed = line.quantity - line.to_do;
  const isDone = line.to_do === 0;
  return (
    <li className="day-line" data-done={isDone}>
      <span className="day-total">{line.quantity}</span>
      <div>
        <p>
          <strong>{line.product_name}</strong>
          {line.variant_title ? `, ${line.variant_title}` : ''}
        </p>
        <p className="day-soft">
          in {count(line.orders, 'order')}
          {line.allergens.length > 0 ? `, contains ${allergenWords(line.allergens)}` : ''}
        </p>
        {line.notes.map((note) => (
          <p key={note.order_number + note.note} className="day-note">
            {note.quantity} × “{note.note}” <span>{numberParts(note.order_number)[1]}</span>
          </p>
        ))}
      </div>
      <p className="day-left">
        {isDone ? (
          <>
            <Icon name="check" size={18} /> Packed
          </>
        ) : packed > 0 ? (
          <>
            {line.to_do} to go
            <progress max={line.quantity} value={packed} aria-label={`${packed} of ${line.quantity} packed`} />
          </>
        ) : null}
      </p>
    </li>
  );
}
