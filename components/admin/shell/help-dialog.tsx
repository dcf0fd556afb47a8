import { Fragment } from 'react';
import { Dialog } from '#components/ui/dialog';

const KEYS: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['/'], does: 'Search orders, customers and products' },
  { keys: ['n'], does: 'New order' },
  { keys: ['j', '↓'], does: 'Next row of a table; j also goes to the first' },
  { keys: ['k', '↑'], does: 'Row before' },
  { keys: ['Enter'], does: 'Open the row' },
  { keys: ['x'], does: 'Choose the row, for several at once' },
  { keys: ['Ctrl+Enter'], does: 'Place the new order, from any of its fields' },
  { keys: ['Esc'], does: 'Close what is open' },
  { keys: ['?'], does: 'This list' },
];

/** The keys of the desk. Single ones rest while something is typed, and with Ctrl, Alt or Cmd. */
export function HelpDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Keys"
      description="Single keys rest while you type in a field."
      width="narrow"
    >
      <dl className="key-list">
        {KEYS.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key, at) => (
                <Fragment key={key}>
                  {at > 0 ? ' or ' : null}
                  <kbd className="kbd">{key}</kbd>
                </Fragment>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
