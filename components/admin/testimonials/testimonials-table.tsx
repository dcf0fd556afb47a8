'use client';

import { ArchiveButton } from '#components/admin/archive-button';
import { ArchivedRows } from '#components/admin/archived-rows';
import { OrderedRows } from '#components/admin/ordered-rows';
import { Status } from '#components/ui/badge';
import { Button, IconButton } from '#components/ui/button';
import {
  archiveTestimonialAction,
  orderTestimonialsAction,
  restoreTestimonialAction,
  updateTestimonialAction,
} from '#lib/content/actions';
import type { DeskTestimonial } from '#lib/content/output';
import type { ShopLanguages } from '#lib/i18n/languages';
import { useAction } from '../use-action.ts';
import { TestimonialDialog } from './testimonial-dialog.tsx';
import { STATE, starWords } from './words.ts';

/** What customers said, in the order of the shop; `canMove` where the whole list is shown. */
export function TestimonialsTable({
  rows,
  canMove,
  shop,
}: {
  rows: DeskTestimonial[];
  canMove: boolean;
  shop: ShopLanguages;
}) {
  return (
    <OrderedRows
      caption="Testimonials"
      rows={rows}
      nameOf={({ name }) => name}
      order={orderTestimonialsAction}
      canMove={canMove}
      columns={[
        { head: 'Testimonial', cell: (one) => <Said one={one} /> },
        { head: 'State', cell: ({ status }) => <Status tone={STATE[status].tone}>{STATE[status].label}</Status> },
      ]}
      before={(one) => <Show one={one} />}
      after={(one) => (
        <>
          <TestimonialDialog one={one} shop={shop} trigger={<IconButton icon="pencil" label={`Edit ${one.name}`} />} />
          <Archive one={one} />
        </>
      )}
    />
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
  return (
    <ArchiveButton
      id={id}
      what="testimonial"
      name={name}
      title={`Archive what ${name} said?`}
      done={`What ${name} said is archived.`}
      action={archiveTestimonialAction}
      restore={restoreTestimonialAction}
      restored={`What ${name} said is back.`}
    >
      It leaves the shop at once, and can be restored.
    </ArchiveButton>
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
