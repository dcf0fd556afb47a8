'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FormDialog } from '#components/admin/form-dialog';
import { Status } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { TextField } from '#components/ui/field';
import { Time } from '#components/ui/time';
import { endSecondFactorAction, renewRecoveryCodesAction } from '#lib/auth/actions';
import { withSecondFactorInput } from '#lib/auth/second-factor-input';
import type { SecondFactorDto } from '#lib/auth/second-factor-output';
import type { ActionForm } from '../use-action-form.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SetUpSecondFactor } from './set-up-second-factor.tsx';

type Shop = { name: string; locale: string; timeZone: string };

/** One's own second step: set up, kept, made anew, switched off. */
export function SecondFactor({ state, username, shop }: { state: SecondFactorDto; username: string; shop: Shop }) {
  const router = useRouter();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [isBegun, setBegun] = useState(false);
  if (codes) {
    return (
      <RecoveryCodes
        codes={codes}
        shopName={shop.name}
        username={username}
        doneLabel="I have kept them"
        onDone={() => {
          setCodes(null);
          setBegun(false);
          router.refresh();
        }}
      />
    );
  }
  if (state.is_on) return <On state={state} username={username} shop={shop} onCodes={setCodes} />;
  return (
    <div className="grid gap-4">
      <p className="max-w-prose">
        Besides your password, signing in then takes a code that an app on your phone shows. A password that was guessed
        or given away opens nothing by itself.
      </p>
      {isBegun ? (
        <SetUpSecondFactor username={username} onCodes={setCodes} />
      ) : (
        <Button className="justify-self-start" onClick={() => setBegun(true)}>
          Set up a second step
        </Button>
      )}
    </div>
  );
}

function On({
  state: { since, recovery_codes_left: left, is_required: isRequired },
  username,
  shop,
  onCodes,
}: {
  state: SecondFactorDto;
  username: string;
  shop: Shop;
  onCodes: (codes: readonly string[]) => void;
}) {
  return (
    <div className="grid gap-4">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Status tone="good">On</Status>
        {since ? (
          <span className="text-ink-soft">
            since <Time at={since} timeZone={shop.timeZone} locale={shop.locale} format="short" />
          </span>
        ) : null}
        <Status tone={left > 2 ? 'plain' : 'warn'}>
          {left === 1 ? '1 recovery code left' : `${left} recovery codes left`}
        </Status>
      </p>
      <div className="flex flex-wrap gap-2">
        <FormDialog
          title="New recovery codes?"
          description="The ones you have are void then, used or not."
          trigger={<Button variant="secondary">New recovery codes</Button>}
          schema={withSecondFactorInput}
          action={renewRecoveryCodesAction}
          defaultValues={{ password: '', totp: '' }}
          submitLabel="Make new codes"
          onDone={({ recovery_codes }) => onCodes(recovery_codes)}
        >
          {({ field }) => <Both of={field} username={username} />}
        </FormDialog>
        <FormDialog
          title="Switch the second step off?"
          description={
            isRequired
              ? 'This shop asks for one: you will be asked to set it up again at once, as on a new phone.'
              : 'Your password alone signs you in then. The recovery codes are void.'
          }
          trigger={<Button variant="secondary">Switch off</Button>}
          schema={withSecondFactorInput}
          action={endSecondFactorAction}
          defaultValues={{ password: '', totp: '' }}
          submitLabel="Switch it off"
          variant="danger"
          done="The second step is off."
        >
          {({ field }) => <Both of={field} username={username} />}
        </FormDialog>
      </div>
    </div>
  );
}

type Fields = ActionForm<{ password: string; totp: string }>['field'];

const Both = ({ of, username }: { of: Fields; username: string }) => (
  <>
    <input type="text" autoComplete="username" defaultValue={username} readOnly hidden />
    <TextField label="Your password" type="password" autoComplete="current-password" {...of('password')} />
    <TextField
      label="Code"
      hint="Of the app, or a recovery code."
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={40}
      {...of('totp')}
    />
  </>
);
