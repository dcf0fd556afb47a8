'use client';

import { useState } from 'react';
import { CopyButton } from '#components/admin/copy-button';
import { FailureNotice } from '#components/admin/failure-notice';
import { Button } from '#components/ui/button';
import { TextField } from '#components/ui/field';
import { confirmSecondFactorAction, startSecondFactorAction } from '#lib/auth/actions';
import { confirmSecondFactorInput, startSecondFactorInput } from '#lib/auth/second-factor-input';
import type { NewSecondFactorDto, RecoveryCodesDto } from '#lib/auth/second-factor-output';
import { inGroups } from '#lib/auth/second-factor-rules';
import type { QrPicture } from '#lib/qr';
import { useActionForm } from '../use-action-form.ts';

type Begun = NewSecondFactorDto & { qr: QrPicture };

/** The password, the app, a first code: only then it counts. */
export function SetUpSecondFactor({
  username,
  onCodes,
}: {
  username: string;
  onCodes: (codes: readonly string[]) => void;
}) {
  const [begun, setBegun] = useState<Begun | null>(null);
  return begun ? (
    <Confirm begun={begun} onDone={({ recovery_codes }) => onCodes(recovery_codes)} onBack={() => setBegun(null)} />
  ) : (
    <Start username={username} onDone={setBegun} />
  );
}

function Start({ username, onDone }: { username: string; onDone: (begun: Begun) => void }) {
  const { field, submit, busy, failure } = useActionForm({
    schema: startSecondFactorInput,
    action: startSecondFactorAction,
    defaultValues: { password: '' },
    onDone,
    refresh: false,
  });
  return (
    <form className="grid max-w-md gap-4" onSubmit={submit} noValidate aria-label="Set up the second step">
      <FailureNotice failure={failure} />
      <input type="text" autoComplete="username" defaultValue={username} readOnly hidden />
      <TextField
        label="Your password"
        type="password"
        autoComplete="current-password"
        hint="Once more, so that nobody does this at a desk you left open."
        {...field('password')}
      />
      <Button type="submit" busy={busy} className="justify-self-start">
        Set it up
      </Button>
    </form>
  );
}

function Confirm({
  begun: { secret, qr },
  onDone,
  onBack,
}: {
  begun: Begun;
  onDone: (codes: RecoveryCodesDto) => void;
  onBack: () => void;
}) {
  const { field, submit, busy, failure } = useActionForm({
    schema: confirmSecondFactorInput,
    action: confirmSecondFactorAction,
    defaultValues: { totp: '' },
    onDone,
    refresh: false,
  });
  return (
    <form className="second-factor" onSubmit={submit} noValidate aria-label="Set up the second step">
      <figure>
        <svg
          role="img"
          aria-label="The secret as a QR code for an authenticator app"
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          shapeRendering="crispEdges"
        >
          {/* Black on white in either theme: cameras know nothing else. */}
          <path fill="#fff" d={`M0 0h${qr.size}v${qr.size}H0z`} />
          <path fill="#000" d={qr.path} />
        </svg>
      </figure>
      <div className="grid gap-4">
        <FailureNotice failure={failure} />
        <p>
          Scan the picture with an authenticator app (Aegis, Google Authenticator, 1Password or any other). Without a
          camera, type this secret into it:
        </p>
        <div className="secret">
          <code>{inGroups(secret)}</code>
          <CopyButton text={secret} name="the secret" />
        </div>
        <TextField
          label="Code"
          hint="The six digits that the app shows now."
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          {...field('totp')}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" busy={busy}>
            Switch it on
          </Button>
          <Button variant="quiet" onClick={onBack}>
            Go back
          </Button>
        </div>
      </div>
    </form>
  );
}
