import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { SignInForm } from '#components/admin/sign-in/sign-in-form';
import { Icon } from '#components/ui/icons';
import { Link } from '#components/ui/link';
import { Notice } from '#components/ui/notice';
import { CSRF_COOKIE, cookieName } from '#lib/auth/rules';
import { env } from '#lib/env';
import { pageContext } from '#lib/http/page';
import { readRefusal } from '#lib/http/refusal-cookie';
import { isCodeAsked } from '#lib/http/step-cookie';
import { wordsIn } from '#lib/i18n/words';
import { getSettings, isDemo } from '#lib/settings/queries';
import { sentenceOf } from '../../components/admin/sign-in/words.ts';

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
  const { next: wanted, step, refused } = await searchParams;
  const next = inside(wanted);
  if (ctx.actor.kind === 'staff') redirect(next);
  if (ctx.actor.kind === 'visitor' && ctx.actor.unfinished) redirect('/admin/second-step');
  const asksCode = step !== 'password' && (await isCodeAsked(ctx.now));
  const refusal = refused === undefined ? null : await readRefusal();
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
        <SignInForm
          username={refusal?.values.username ?? (showsHint ? env().ADMIN_USERNAME : '')}
          next={next}
          // The gate has set it with this very answer.
          csrfToken={(await cookies()).get(cookieName(CSRF_COOKIE, env().isSecure))?.value.split('|', 1)[0] ?? ''}
          isCodeAsked={asksCode}
          hint={showsHint ? <DemoHint /> : null}
          refusal={
            refusal && !(asksCode && refusal.code === 'AUTH_006')
              ? sentenceOf(refusal.code, wordsIn('en', 'errors'))
              : null
          }
        />
        <p>
          <Link className="text-ink-soft" href="/">
            To the shop
          </Link>
        </p>
      </div>
    </main>
  );
}

const DemoHint = () => (
  <Notice title="This is a demo shop">
    <p>
      Sign in as <strong>{env().ADMIN_USERNAME}</strong> with the password that <code>npm start</code> printed when it
      first ran.
    </p>
  </Notice>
);
