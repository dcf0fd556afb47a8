import type { Metadata } from 'next';
import { PageHeader } from '#components/admin/shell/page-header';
import { Panel } from '#components/admin/shell/stat-tile';
import { PasswordForm } from '#components/admin/users/password-form';
import { SignOutEverywhere } from '#components/admin/users/sign-out-everywhere';
import { Badge } from '#components/ui/badge';
import { staffPage } from '#lib/http/page';
import { ROLE } from '../../../components/admin/users/words.ts';

export const metadata: Metadata = { title: 'Your login' };

export default async function OwnLoginPage() {
  const { actor } = await staffPage();
  return (
    <>
      <PageHeader title={actor.name} status={<Badge>{ROLE[actor.role]}</Badge>} />
      <div className="grid max-w-4xl gap-5">
        <Panel title="Password">
          <PasswordForm username={actor.name} />
        </Panel>
        <Panel title="Lost a phone, or used a computer that is not yours?">
          <SignOutEverywhere />
        </Panel>
      </div>
    </>
  );
}
