import type { Metadata } from 'next';
import { PageHeader } from '#components/admin/shell/page-header';
import { Panel } from '#components/admin/shell/stat-tile';
import { PasswordForm } from '#components/admin/users/password-form';
import { SecondFactor } from '#components/admin/users/second-factor';
import { SignOutEverywhere } from '#components/admin/users/sign-out-everywhere';
import { Badge } from '#components/ui/badge';
import { getSecondFactor } from '#lib/auth/second-factor-queries';
import { staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';
import { ROLE } from '../../../components/admin/users/words.ts';

export const metadata: Metadata = { title: 'Your login' };

export default async function OwnLoginPage() {
  const ctx = await staffPage();
  const { actor } = ctx;
  const [secondFactor, { shop }] = await Promise.all([getSecondFactor(ctx), getSettings(ctx)]);
  return (
    <>
      <PageHeader title={actor.name} status={<Badge>{ROLE[actor.role]}</Badge>} />
      <div className="own-login grid max-w-4xl gap-5">
        <Panel title="Second step at sign-in">
          <SecondFactor
            state={secondFactor}
            username={actor.name}
            shop={{ name: shop.name, locale: shop.locale, timeZone: shop.time_zone }}
          />
        </Panel>
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
