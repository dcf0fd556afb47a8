'use client';

import { FailureNotice } from '#components/admin/failure-notice';
import { Panel } from '#components/admin/shell/stat-tile';
import { Badge } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { TextField } from '#components/ui/field';
import { Link } from '#components/ui/link';
import { Table, Td, Th } from '#components/ui/table';
import type { NoticeChannel } from '#db/enums';
import { changeNoticeWaysAction } from '#lib/notices/actions';
import { type ChangeNoticeWays, changeNoticeWaysInput } from '#lib/notices/input';
import { AUDIENCES, kindOf, NOTICE_KINDS, type NoticeKind } from '#lib/notices/rules';
import { NOTICE_CHANNEL, NOTICE_EVENT } from '../../outbox/words.ts';
import { useActionForm } from '../../use-action-form.ts';

const GROUP = { customer: 'To customers', staff: 'To the staff' } as const;

/** Which notice goes by which way, and where mail goes. `edited` are those whose words somebody has changed. */
export function WaysForm({
  ways,
  shopEmail,
  edited,
}: {
  ways: ChangeNoticeWays;
  shopEmail: string;
  edited: readonly NoticeKind[];
}) {
  const { field, submit, busy, failure } = useActionForm({
    schema: changeNoticeWaysInput,
    defaultValues: ways,
    action: changeNoticeWaysAction,
    done: 'Saved.',
  });
  const box = (kind: NoticeKind, channel: NoticeChannel) => {
    if (kindOf(kind).channels[channel] === undefined) return null;
    const { id, error: _, ...input } = field(`channels.${kind}.${channel}`);
    const label = `${NOTICE_EVENT[kindOf(kind).event]}, ${NOTICE_CHANNEL[channel]} to ${kindOf(kind).audience}`;
    return (
      <label className="way-box">
        <input type="checkbox" id={id} aria-label={label} {...input} />
        <span className="phone-only" aria-hidden="true">
          {NOTICE_CHANNEL[channel]}
        </span>
      </label>
    );
  };
  return (
    <form noValidate onSubmit={submit} aria-label="Messages">
      <div className="grid gap-5">
        <FailureNotice failure={failure} />
        {AUDIENCES.map((audience) => (
          <Panel key={audience} title={GROUP[audience]}>
            <Table caption={GROUP[audience]}>
              <thead>
                <tr>
                  <Th>When</Th>
                  <Th>Mail</Th>
                  {audience === 'customer' ? <Th>SMS</Th> : null}
                  <Th act />
                </tr>
              </thead>
              <tbody>
                {NOTICE_KINDS.filter((kind) => kindOf(kind).audience === audience).map((kind) => (
                  <tr key={kind}>
                    <Td>
                      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                        {NOTICE_EVENT[kindOf(kind).event]}
                        {edited.includes(kind) ? <Badge tone="accent">Edited</Badge> : null}
                      </span>
                    </Td>
                    <Td>{box(kind, 'email')}</Td>
                    {audience === 'customer' ? <Td>{box(kind, 'sms')}</Td> : null}
                    <Td act>
                      <Link className="underline" href={`/admin/settings/messages/${kind}`}>
                        Text<span className="visually-hidden"> of {NOTICE_EVENT[kindOf(kind).event]}</span>
                      </Link>
                    </Td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </Panel>
        ))}
        <Panel title="Addresses">
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              label="The staff's mail goes to"
              optional
              type="email"
              placeholder={shopEmail}
              hint="Empty: the shop's address."
              {...field('staff_email')}
            />
            <TextField
              label="Customers answer to"
              optional
              type="email"
              placeholder={shopEmail}
              hint="Empty: the shop's address."
              {...field('reply_to')}
            />
          </div>
        </Panel>
        <div>
          <Button type="submit" busy={busy}>
            Save
          </Button>
        </div>
      </div>
    </form>
  );
}
