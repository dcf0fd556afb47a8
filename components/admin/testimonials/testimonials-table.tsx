'use client';

import { ArchivedRows } from '#components/admin/archived-rows';
import { ConfirmDialog } from '#components/admin/confirm-dialog';
import { MoveButtons, useMoveRows } from '#components/admin/move-rows';
import { Status } from '#components/ui/badge';
import { Button, IconButton } from '#components/ui/button';
import { Table, Td, Th } from '#components/ui/table';
import {
  archiveTestimonialAction,
  orderTestimonialsAction,
  restoreTestimonialAction,
  updateTestimonialAction,
} from '#lib/content/actions';
import type { DeskTestimonial } from '#lib/content/output';
import { useAction } from '../use-action.ts';
import { TestimonialDialog } from './testimonial-dialog.tsx';
import { STATE, starWords } from './words.ts';

/** What customers said, in the order of the shop; `canMove` where the whole list is shown. */
export function TestimonialsTable({ rows, canMove }: { rows: DeskTestimonial[]; canMove: boolean }) {
  const { body, busy, move, said } = useMoveRows(rows, orderTestimonialsAction);
  return (
    <>
      <Table caption="Testimonials" stack>
        <thead>
          <tr>
            <Th>Testimonial</Th>
            <Th>State</Th>
            <Th act />
          </tr>
        </thead>
        <tbody ref={body} aria-busy={busy}>
          {rows.map((one, at) => (
            <tr key={one.id} data-row={one.id}>
              <Td data-card="1">
                <Said one={one} />
              </Td>
              <Td data-card="2">
                <Status tone={STATE[one.status].tone}>{STATE[one.status].label}</Status>
              </Td>
              <Td act data-card="3">
                <span className="inline-flex items-center">
                  <Show one={one} />
                  {canMove ? <MoveButtons name={one.name} at={at} count={rows.length} move={move} /> : null}
                  <TestimonialDialog one={one} trigger={<IconButton icon="pencil" label={`Edit ${one.name}`} />} />
                  <Archive one={one} />
                </span>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
    </>
  );
}

function Said({ one: { name, message, rating } }: { one: DeskTestimonial }) {
  return (
    <span className="lead-cell">
      <strong>
        {name}, {starWords(rating)}
      </strong>
      <span className="sub measure">{message}</span>
    </span>
  );
}

/** The one step that is most often taken. */
function Show({ one: { id, name, status } }: { one: DeskTestimonial }) {
  const isShown = status === 'published';
  const { run, busy } = useAction(updateTestimonialAction, {
    done: isShown ? `What ${name} said is hidden.` : `What ${name} said is in the shop.`,
  });
  return (
    <Button
      variant={isShown ? 'quiet' : 'secondary'}
      size="sm"
      busy={busy}
      onClick={() => run({ id, status: isShown ? 'hidden' : 'published' })}
    >
      {isShown ? 'Hide' : 'Show'} <span className="visually-hidden">what {name} said</span>
    </Button>
  );
}

function Archive({ one: { id, name } }: { one: DeskTestimonial }) {
  const restore = useAction(restoreTestimonialAction, { done: `What ${name} said is back.` });
  return (
    <ConfirmDialog
      title={`Archive what ${name} said?`}
      confirmLabel="Archive testimonial"
      trigger={<IconButton icon="archive" label={`Archive ${name}`} />}
      action={archiveTestimonialAction}
      input={{ id }}
      done={`What ${name} said is archived.`}
      undo={{ label: 'Restore it', run: () => void restore.run({ id }) }}
    >
      It leaves the shop at once, and can be restored.
    </ConfirmDialog>
  );
}

export function ArchivedTestimonials({ rows }: { rows: DeskTestimonial[] }) {
  return (
    <ArchivedRows
      caption="Archived testimonials"
      head="Testimonial"
      rows={rows}
      nameOf={({ name }) => name}
      cell={(one) => <Said one={one} />}
      action={restoreTestimonialAction}
      done={({ name }) => `What ${name} said is back.`}
    />
  );
}
