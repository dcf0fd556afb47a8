'use client';

import { useTranslations } from 'next-intl';
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
  const t = useTranslations('account');
  return (
    <section className="account-card card" aria-labelledby="erase-title">
      <h2 id="erase-title">{t('erase_title')}</h2>
      <div className="erase-lists">
        <div>
          <h3>{t('goes')}</h3>
          <ul>
            <li>{t('goes_1')}</li>
            <li>{t('goes_2')}</li>
            <li>{t('goes_3')}</li>
            <li>{t('goes_4')}</li>
            <li>{t('goes_5', { shop })}</li>
          </ul>
        </div>
        <div>
          <h3>{t('stays')}</h3>
          <ul>
            <li>{t('stays_1')}</li>
            <li>{t('stays_2')}</li>
          </ul>
        </div>
      </div>
      {openOrders.length > 0 ? (
        <Notice tone="warn" title={t('first_over')}>
          <p>{t.rich('first_over_text', { orders: () => <OrderLinks orders={openOrders} /> })}</p>
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
  const t = useTranslations('account');
  const [state, action] = useActionState<EraseState, FormData>(eraseOwnDataAction, {
    result: null,
    values: {},
    step: null,
  });
  const { step } = state;
  const refusal = accountRefusal(state.result, t);
  const isReady = hasPassword || step !== null;
  return (
    <>
      <RefusedNotice refusal={refusal} />
      <form action={action} noValidate>
        {hasPassword ? (
          <PasswordField name="current_password" label={t('your_password')} error={refusal?.fields.current_password} />
        ) : step ? (
          <CodeFields step={step} error={refusal?.fields.code} />
        ) : (
          <>
            <p>{t('sure_it_is_you', { phone: phone?.shown ?? '' })}</p>
            <input type="hidden" name="phone" value={phone?.typed} />
          </>
        )}
        <p className="field-hint">{t('no_way_back')}</p>
        <div className="account-actions">
          {isReady ? (
            <SubmitButton variant="danger" name="intent" value="erase" pendingLabel={t('erasing')}>
              {t('erase')}
            </SubmitButton>
          ) : (
            <SubmitButton variant="secondary" name="intent" value="ask" pendingLabel={t('sending')}>
              {t('send_code')}
            </SubmitButton>
          )}
          <ButtonLink variant="quiet" href="/account/details">
            {t('keep_account')}
          </ButtonLink>
        </div>
        {step ? <ResendFor step={step} /> : null}
      </form>
    </>
  );
}
