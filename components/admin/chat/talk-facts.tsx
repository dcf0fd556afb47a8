'use client';

import { type Choice, Combobox } from '#components/admin/combobox';
import { Panel } from '#components/admin/shell/stat-tile';
import { Button } from '#components/ui/button';
import { SelectField } from '#components/ui/field';
import { Link } from '#components/ui/link';
import { Money } from '#components/ui/money';
import { changeChatAction } from '#lib/chat/actions';
import type { DeskChatDto } from '#lib/chat/output';
import { findCustomersAction } from '#lib/orders/actions';
import { formatPhone } from '#lib/phone';
import { settle, useAction } from '../use-action.ts';

async function search(q: string): Promise<Choice<string>[]> {
  const result = await settle(findCustomersAction({ q }));
  if (!result.ok) return [];
  return result.data.map(({ id, name, phone }) => ({
    id,
    label: name,
    note: phone ? formatPhone(phone) : undefined,
    value: id,
  }));
}

/** Who the visitor is, who answers, and what to do with the talk. */
export function TalkFacts({
  chat,
  colleagues,
  locale,
}: {
  chat: DeskChatDto;
  colleagues: readonly { id: string; name: string }[];
  locale: string;
}) {
  const { run, busy } = useAction(changeChatAction);
  const { id, status, cart } = chat;
  const known = colleagues.some((one) => one.id === chat.assigned_to);
  return (
    <>
      <Panel title="Visitor">
        <dl className="fact-list">
          <div>
            <dt>Name</dt>
            <dd>{chat.visitor_name || 'Not said'}</dd>
          </div>
          <div>
            <dt>E-mail</dt>
            <dd className="break-words">
              {chat.visitor_email ? (
                <a className="underline" href={`mailto:${chat.visitor_email}`}>
                  {chat.visitor_email}
                </a>
              ) : (
                'Not said'
              )}
            </dd>
          </div>
          {chat.path ? (
            <div>
              <dt>Began on</dt>
              <dd className="break-words">{chat.path}</dd>
            </div>
          ) : null}
          <div>
            <dt>Customer</dt>
            <dd>
              {chat.customer_id ? (
                <>
                  <Link href={`/admin/customers/${chat.customer_id}`}>{chat.customer_name ?? 'On file'}</Link>{' '}
                  <Button
                    variant="link"
                    busy={busy}
                    onClick={() => void run({ session_id: id, customer_id: null, user_id: null })}
                  >
                    Somebody else
                  </Button>
                </>
              ) : (
                <Combobox
                  label="Find the customer"
                  placeholder="Name or phone"
                  search={search}
                  none="Nobody found"
                  onChoose={(customer_id) => void run({ session_id: id, customer_id }, { done: 'The talk is theirs.' })}
                />
              )}
            </dd>
          </div>
        </dl>
      </Panel>
      <Panel title="Who answers">
        <SelectField
          hideLabel
          key={chat.assigned_to ?? 'nobody'}
          name="assigned_to"
          label="Who answers"
          defaultValue={known ? (chat.assigned_to ?? '') : ''}
          options={[
            { value: '', label: 'Nobody yet' },
            ...colleagues.map((one) => ({ value: one.id, label: one.name })),
          ]}
          onChange={(event) => void run({ session_id: id, assigned_to: event.target.value || null })}
        />
        <div className="talk-steps">
          {status === 'resolved' || status === 'blocked' ? (
            <Button variant="secondary" busy={busy} onClick={() => void run({ session_id: id, status: 'open' })}>
              Open again
            </Button>
          ) : (
            <Button
              variant="secondary"
              icon="check"
              busy={busy}
              onClick={() =>
                void run(
                  { session_id: id, status: 'resolved' },
                  { done: 'Done.', undo: { run: () => void run({ session_id: id, status: 'open' }) } },
                )
              }
            >
              Done
            </Button>
          )}
          {status === 'blocked' ? null : (
            <Button
              variant="quiet"
              busy={busy}
              onClick={() =>
                void run(
                  { session_id: id, status: 'blocked' },
                  {
                    done: 'Blocked: this visitor can write no more.',
                    undo: { run: () => void run({ session_id: id, status: 'open' }) },
                  },
                )
              }
            >
              Block
            </Button>
          )}
        </div>
      </Panel>
      {cart ? (
        <Panel title="In the cart">
          <ul className="rows">
            {cart.items.map(({ product_name, variant_title, quantity }) => (
              <li key={`${product_name} ${variant_title}`}>
                {quantity} × {[product_name, variant_title].filter(Boolean).join(', ')}
              </li>
            ))}
          </ul>
          <p className="talk-sum">
            <Money amount={cart.subtotal} currency={cart.currency} locale={locale} />
          </p>
        </Panel>
      ) : null}
    </>
  );
}
