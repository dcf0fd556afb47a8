import { Panel } from '#components/admin/shell/stat-tile';
import { Status } from '#components/ui/badge';
import { Button, IconButton } from '#components/ui/button';
import { Notice } from '#components/ui/notice';
import { Table, Td, Th } from '#components/ui/table';
import type { ClosureRowDto, LocationDto } from '#lib/promise/desk-output';
import { NOTICE_DAYS } from '#lib/promise/shop-closure';
import { addDays } from '#lib/time';
import { ClosureOrders, EndVacation, RemoveClosure } from './closure-actions.tsx';
import { ClosureDialog } from './closure-dialog.tsx';
import { closureWhat, closureWhen, type DeskShop, type WritingShop } from './words.ts';

const isShop = ({ location, purpose, public_message }: ClosureRowDto) =>
  location === null && purpose === null && public_message !== null;
const hasBegun = ({ starts_at }: ClosureRowDto, now: string) => starts_at <= now;

/** The vacation that customers are told of, on or to come, with the press that ends it. */
export function VacationNotice({
  closures,
  now,
  today,
  shop,
  mayChange,
}: {
  closures: ClosureRowDto[];
  now: string;
  today: string;
  shop: DeskShop;
  mayChange: boolean;
}) {
  const vacation = closures.find((closure) => isShop(closure) && closure.from <= addDays(today, NOTICE_DAYS));
  if (!vacation) return null;
  const isNow = hasBegun(vacation, now);
  return (
    <Notice
      tone={isNow ? 'warn' : 'info'}
      title={`The shop ${isNow ? 'is' : 'will be'} closed: ${closureWhen(vacation, shop.locale)}`}
    >
      <p>Customers read above every page: {vacation.public_message}</p>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        {mayChange ? <EndVacation id={vacation.id} isNow={isNow} /> : null}
        {vacation.open_orders > 0 ? <ClosureOrders closure={vacation} shop={shop} /> : null}
      </div>
    </Notice>
  );
}

/** Closures and holidays that are not over. */
export function ClosuresPanel({
  closures,
  places,
  now,
  today,
  shop,
  mayChange,
}: {
  closures: ClosureRowDto[];
  places: LocationDto[];
  now: string;
  today: string;
  shop: WritingShop;
  mayChange: boolean;
}) {
  return (
    <Panel
      title="Closures and holidays"
      actions={
        mayChange ? (
          <ClosureDialog
            places={places}
            shop={shop}
            today={today}
            trigger={
              <Button variant="secondary" size="sm" icon="plus">
                Add closure
              </Button>
            }
          />
        ) : null
      }
    >
      {closures.length > 0 ? (
        <Table caption="Closures" stack>
          <thead>
            <tr>
              <Th>When</Th>
              <Th>What</Th>
              <Th num>Orders inside</Th>
              {mayChange ? <Th act /> : null}
            </tr>
          </thead>
          <tbody>
            {closures.map((closure) => (
              <tr key={closure.id} data-row={closure.id}>
                <Td data-card="1">
                  <span className="lead-cell">
                    <strong>{closureWhen(closure, shop.locale)}</strong>
                    {hasBegun(closure, now) ? <Status tone="warn">Now</Status> : null}
                  </span>
                </Td>
                <Td data-card="3">
                  <span className="lead-cell">
                    {closureWhat(closure)}
                    {closure.public_message ? <span className="sub measure">{closure.public_message}</span> : null}
                  </span>
                </Td>
                <Td num data-card="2">
                  <ClosureOrders closure={closure} shop={shop} />
                </Td>
                {mayChange ? (
                  <Td act data-card="4">
                    <span className="inline-flex">
                      <ClosureDialog
                        closure={closure}
                        places={places}
                        shop={shop}
                        today={today}
                        trigger={
                          <IconButton icon="pencil" label={`Edit closure ${closureWhen(closure, shop.locale)}`} />
                        }
                      />
                      <RemoveClosure closure={closure} shop={shop} isNow={hasBegun(closure, now)} />
                    </span>
                  </Td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </Table>
      ) : (
        <p className="text-ink-soft">Nothing is closed beyond the weekly hours.</p>
      )}
    </Panel>
  );
}
