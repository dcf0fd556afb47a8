'use client';

import { useActionState } from 'react';
import { ButtonLink } from '#components/ui/button';
import { Link } from '#components/ui/link';
import { Notice } from '#components/ui/notice';
import { SubmitButton } from '#components/ui/submit-button';
import { eraseOwnDataAction } from '#lib/privacy/actions';
import type { EraseState } from '#lib/privacy/form-state';
import { CodeFields, PasswordField, RefusedNotice, ResendFor } from './form-parts.tsx';
import { accountRefusal } from './refusal.ts';

/** An order or a booking that is not over yet. */
type OpenOrder = { id: string; number: string; href: string };

/** Says what goes and what stays, and asks for a proof: the password, or a code to the phone where there is none. */
export function EraseView({
  shop,
  hasPassword,
  phone,
  openOrders,
}: {
  shop: string;
  hasPassword: boolean;
  phone: { typed: string; shown: string } | null;
  openOrders: readonly OpenOrder[];
}) {
  return (
    <section className="account-card card" aria-labelledby="erase-title">
      <h2 id="erase-title">Erase your data</h2>
      <div className="erase-lists">
        <div>
          <h3>What goes</h3>
          <ul>
            <li>Your name, e-mail address, phone and addresses</li>
            <li>Your account, on every device</li>
            <li>What you wrote with orders: wishes, gift cards, notes</li>
            <li>Messages between us, and files you sent us</li>
            <li>What {shop} has noted about you</li>
          </ul>
        </div>
        <div>
          <h3>What stays</h3>
          <ul>
            <li>Your orders in the books, as the law asks for: what was sold, when, and for how much</li>
            <li>Nothing in them says that they were yours</li>
          </ul>
        </div>
      </div>
      {openOrders.length > 0 ? (
        <Notice tone="warn" title="First these have to be over">
          <p>
            They are not handed over yet, or a payment is being checked: <OrderLinks orders={openOrders} />. You can ask
            again after that.
          </p>
        </Notice>
      ) : (
        <EraseForm hasPassword={hasPassword} phone={phone} />
      )}
    </section>
  );
}

function OrderLinks({ orders }: { orders: readonly OpenOrder[] }) {
  return orders.map(({ id, number, href }, at) => (
    <span key={id} className="whitespace-nowrap">
      {at > 0 ? ', ' : null}
      <Link href={href}>{number}</Link>
    </span>
  ));
}

function EraseForm({ hasPassword, phone }: { hasPassword: boolean; phone: { typed: string; shown: string } | null }) {
  const [state, action] = useActionState<EraseState, FormData>(eraseOwnDataAction, {
    result: null,
    values: {},
    step: null,
  });
  const { step } = state;
  const refusal = accountRefusal(state.result);
  const isReady = hasPassword || step !== null;
  return (
    <>
      <RefusedNotice refusal={refusal} />
      <form action={action} noValidate>
        {hasPassword ? (
          <PasswordField name="current_password" label="Your password" error={refusal?.fields.current_password} />
        ) : step ? (
          <CodeFields step={step} error={refusal?.fields.code} />
        ) : (
          <>
            <p>To be sure that it is you, we send a code to {phone?.shown}.</p>
            <input type="hidden" name="phone" value={phone?.typed} />
          </>
        )}
        <p className="field-hint">This cannot be taken back.</p>
        <div className="account-actions">
          {isReady ? (
            <SubmitButton variant="danger" name="intent" value="erase" pendingLabel="Erasing …">
              Erase my data
            </SubmitButton>
          ) : (
            <SubmitButton variant="secondary" name="intent" value="ask" pendingLabel="Sending …">
              Send me a code
            </SubmitButton>
          )}
          <ButtonLink variant="quiet" href="/account/details">
            Keep my account
          </ButtonLink>
        </div>
        {step ? <ResendFor step={step} /> : null}
      </form>
    </>
  );
}
