import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignOut } from '#components/admin/shell/sign-out';
import { FirstSecondFactor } from '#components/admin/users/first-second-factor';
import { Icon } from '#components/ui/icons';
import { pageContext } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';

export const metadata: Metadata = { title: 'Second step' };

/** For whoever has signed in where the shop asks for a second step that they do not have yet. */
export default async function SecondStepPage() {
  const ctx = await pageContext();
  const { actor } = ctx;
  if (actor.kind === 'staff') redirect('/admin/dashboard');
  if (actor.kind !== 'visitor' || !actor.unfinished) redirect('/admin');
  const { shop } = await getSettings(ctx);
  return (
    <main className="sign-in" id="main">
      <div className="sign-in-box" data-wide="true">
        <header className="grid gap-1">
          <p className="no-print flex items-center gap-2 text-ink-soft">
            <Icon name="bag" size={18} />
            {shop.name}
          </p>
          <h1 className="no-print">One more thing, {actor.unfinished.name}</h1>
          <p className="no-print text-ink-soft">
            This shop asks everybody at the desk for a second step at sign-in: a code that an app on your phone shows.
            Set it up once, and the desk opens.
          </p>
        </header>
        <FirstSecondFactor username={actor.unfinished.name} shopName={shop.name} />
        <div className="no-print">
          <SignOut />
        </div>
      </div>
    </main>
  );
}
