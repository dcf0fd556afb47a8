'use client';

import { FailureNotice } from '#components/admin/failure-notice';
import { Button } from '#components/ui/button';
import { TextField } from '#components/ui/field';
import { changeSlotAction } from '#lib/promise/actions';
import { changeSlotInput } from '#lib/promise/desk-input';
import type { DeskSlotDetailDto } from '#lib/promise/desk-output';
import { useAction } from '../use-action.ts';
import { numberField, useActionForm } from '../use-action-form.ts';

const beyond = ({ over_orders, over_load }: DeskSlotDetailDto): string =>
  over_orders > 0 || over_load > 0 ? ' What is in it stays, no more is taken.' : '';

const words = (orders: number | null, load: number | null): string =>
  [orders === null ? 'any number of orders' : `${orders} orders`, load === null ? 'any load' : `load ${load}`].join(
    ', ',
  );

/** The room of this slot alone, in place of what the opening hours say. */
export function CapacityForm({ slot, onDone }: { slot: DeskSlotDetailDto; onDone: (slot: DeskSlotDetailDto) => void }) {
  const { field, submit, busy, failure } = useActionForm({
    schema: changeSlotInput,
    action: changeSlotAction,
    defaultValues: { id: slot.id, capacity_orders: slot.capacity_orders, capacity_load: slot.capacity_load },
    done: (data) => `The capacity of this slot is saved.${beyond(data)}`,
    onDone,
  });
  const back = useAction(changeSlotAction, { done: 'It follows the hours again.', onDone });
  return (
    <form noValidate onSubmit={submit} aria-label="Capacity of this slot" className="grid gap-3">
      <FailureNotice failure={failure} />
      <div className="desk-capacity">
        <TextField
          label="Takes orders"
          placeholder="any number"
          inputMode="numeric"
          autoComplete="off"
          {...field('capacity_orders', numberField)}
        />
        <TextField
          label="Takes load"
          placeholder="any"
          inputMode="numeric"
          autoComplete="off"
          {...field('capacity_load', numberField)}
        />
        <Button type="submit" variant="secondary" busy={busy}>
          Save
        </Button>
      </div>
      {slot.has_own_capacity ? (
        <p className="text-ink-soft">
          Set for this slot alone.{' '}
          <Button variant="link" busy={back.busy} onClick={() => back.run({ id: slot.id, has_own_capacity: false })}>
            Back to the hours ({words(slot.rule_capacity_orders, slot.rule_capacity_load)})
          </Button>
        </p>
      ) : null}
    </form>
  );
}
