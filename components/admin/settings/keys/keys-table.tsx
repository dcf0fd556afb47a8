'use client';

import { ConfirmDialog } from '#components/admin/confirm-dialog';
import { Badge, Status } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { Table, Td, Th } from '#components/ui/table';
import { Time } from '#components/ui/time';
import { revokeApiKeyAction } from '#lib/auth/actions';
import type { ApiKeyDto } from '#lib/auth/key-output';
import { KEY_STATE } from './words.ts';

type Shop = { locale: string; timeZone: string };

export function KeysTable({ keys, shop }: { keys: ApiKeyDto[]; shop: Shop }) {
  return (
    <Table caption="API keys" stack>
      <thead>
        <tr>
          <Th>Used by</Th>
          <Th>It may</Th>
          <Th>Last used</Th>
          <Th>Expires</Th>
          <Th>State</Th>
          <Th act />
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key.id}>
            <Td>
              <span className="lead-cell">
                <strong>{key.name}</strong>
                <span className="sub">
                  <code>{key.prefix}…</code>
                  {key.created_by ? ` by ${key.created_by}` : null}
                </span>
              </span>
            </Td>
            <Td label="It may">
              <span className="scope-list">
                {key.scopes.map((scope) => (
                  <Badge key={scope}>{scope}</Badge>
                ))}
              </span>
            </Td>
            <Td label="Last used">
              {key.last_used_at ? <Time at={key.last_used_at} {...shop} format="short" /> : 'Never'}
            </Td>
            <Td label="Expires">{key.expires_at ? <Time at={key.expires_at} {...shop} format="date" /> : 'Never'}</Td>
            <Td label="State">
              <Status tone={KEY_STATE[key.state].tone}>{KEY_STATE[key.state].label}</Status>
            </Td>
            <Td act>{key.state === 'revoked' ? null : <RevokeKey apiKey={key} />}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function RevokeKey({ apiKey: { id, name } }: { apiKey: ApiKeyDto }) {
  return (
    <ConfirmDialog
      title={`Revoke the key of ${name}?`}
      confirmLabel="Revoke key"
      trigger={
        <Button variant="secondary" size="sm">
          Revoke <span className="visually-hidden">the key of {name}</span>
        </Button>
      }
      action={revokeApiKeyAction}
      input={{ id }}
      done={`The key of ${name} is revoked.`}
    >
      Whatever uses it is refused from its next request on. This cannot be undone; a new key can be made.
    </ConfirmDialog>
  );
}
