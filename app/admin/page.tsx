import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignInForm } from '#components/admin/sign-in/sign-in-form';
import { Icon } from '#components/ui/icons';
import { Link } from '#components/ui/link';
import { Notice } from '#components/ui/notice';
import { env } from '#lib/env';
import { pageContext } from '#lib/http/page';
import { getSettings, isDemo } from '#lib/settings/queries';

export const metadata: Metadata = { title: 'Sign in' };

/** Where to go on after signing in: only inside the desk. */
function inside(next: string | string[] | undefined): string {
  const isDesk = typeof next === 'string' && /^\/admin\/[\w\-/?=&%.]*$/.test(next);
  return isDesk ? next : '/admin/dashboard';
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const ctx = await pageContext();
  const next = inside((await searchParams).next);
  if (ctx.actor.kind === 'staff') redirect(next);
  const { shop } = await getSettings(ctx);
  // The password was printed once when the shop first started; the page never knows it.
  const showsHint = env().isLocal && (await isDemo(ctx));

  return (
    <main className="sign-in" id="main">
      <div className="sign-in-box">
        <header className="grid gap-1">
          <p className="flex items-center gap-2 text-ink-soft">
            <Icon name="bag" size={18} />
            {shop.name}
          </p>
          <h1>Order desk</h1>
        </header>
        {showsHint ? (
          <Notice title="This is a demo shop">
            <p>
              Sign in as <strong>{env().ADMIN_USERNAME}</strong> with the password that <code>npm start</code> printed
              when it first ran.
            </p>
          </Notice>
        ) : null}
        <SignInForm username={showsHint ? env().ADMIN_USERNAME : ''} next={next} />
        <p>
          <Link className="text-ink-soft" href="/">
            To the shop
          </Link>
        </p>
      </div>
    </main>
  );
}
