import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import '../globals.css';
import { DeskFoot } from '#components/admin/shell/desk-foot';
import { DeskFrame } from '#components/admin/shell/desk-frame';
import { FOLD_COOKIE, FOLD_PATH } from '#components/admin/shell/fold';
import { SignOut } from '#components/admin/shell/sign-out';
import { LookDocument } from '#components/ui/look-document';
import { cookieName } from '#lib/auth/rules';
import { env } from '#lib/env';
import { pageContext } from '#lib/http/page';
import { type Area, someAreas } from '#lib/i18n/words';
import { toHex } from '#lib/look/color';
import { iconUrl } from '#lib/look/icon';
import { looks } from '#lib/look/tokens';
import { listArrivals } from '#lib/orders/queries';
import { getSettings } from '#lib/settings/queries';
import { version } from '#lib/version';

/** The desk speaks English; these it shares with the storefront. */
const AREAS: readonly Area[] = ['errors', 'ui'];

const { light, dark } = looks.desk;

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: toHex(light.paper) },
    { media: '(prefers-color-scheme: dark)', color: toHex((dark ?? light).paper) },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const { shop } = await getSettings(await pageContext());
  return {
    title: { default: `Order desk · ${shop.name}`, template: `%s · ${shop.name}` },
    robots: { index: false, follow: false },
    icons: { icon: iconUrl(shop, 48), apple: iconUrl(shop, 180) },
  };
}

/** Signed in: the desk. Signed out: only the page itself, which is the sign-in or a redirect to it. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const ctx = await pageContext();
  const { actor } = ctx;
  // Before the page reads its own: what comes in from here on is told.
  const [{ shop }, arrivals] = await Promise.all([
    getSettings(ctx),
    actor.kind === 'staff' ? listArrivals(ctx, { cursor: undefined }) : null,
  ]);
  return (
    <LookDocument look="desk" lang="en">
      <NextIntlClientProvider locale="en" timeZone={shop.time_zone} messages={someAreas('en', AREAS)}>
        {actor.kind === 'staff' && arrivals ? (
          <DeskFrame
            shopName={shop.name}
            user={{ name: actor.name, role: actor.role }}
            signOut={<SignOut />}
            shop={{ locale: shop.locale, timeZone: shop.time_zone }}
            arrivals={arrivals.cursor}
            foot={<DeskFoot version={version} role={actor.role} />}
            folded={(await cookies()).get(cookieName(FOLD_COOKIE, env().isSecure, FOLD_PATH))?.value === '1'}
          >
            {children}
          </DeskFrame>
        ) : (
          children
        )}
      </NextIntlClientProvider>
    </LookDocument>
  );
}
