import type { Metadata } from 'next';
import { BookPage } from '#components/shop/book/book-page';
import { WordsFor } from '#components/shop/words';
import { getPrefill } from '#lib/account/queries';
import { getPackage, getTheme, listPackages, listThemes } from '#lib/events/queries';
import { getBookView } from '#lib/events/queries/book';
import type { FormValues } from '#lib/http/form-state';
import { pageContext } from '#lib/http/page';
import { wordsIn } from '#lib/i18n/words';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import { alternates, shopPage } from '../shop-page.ts';

export async function generateMetadata({ params }: PageProps<'/[locale]/book'>): Promise<Metadata> {
  const { ctx } = await shopPage(params);
  const t = wordsIn(ctx.locale, 'booking');
  return { title: t('title'), description: t('lead'), alternates: await alternates('/book') };
}

const one = (value: string | string[] | undefined): string | null => (typeof value === 'string' ? value : null);

/** Asks for an event. `?package` and `?theme` come from where they are shown. */
export default async function Page({ params, searchParams }: PageProps<'/[locale]/book'>) {
  const { ctx: page } = await shopPage(params);
  const ctx = { ...(await pageContext()), locale: page.locale };
  const asked = await searchParams;
  const [wanted, look] = [one(asked.package), one(asked.theme)];
  const [{ shop }, packages, themes, chosen, theme, known] = await Promise.all([
    getSettings(ctx),
    listPackages(ctx),
    listThemes(ctx),
    wanted === null ? null : getPackage(ctx, wanted),
    look === null ? null : getTheme(ctx, look),
    getPrefill(ctx),
  ]);
  const start: FormValues = {
    idempotency_key: crypto.randomUUID(),
    package_id: chosen?.id ?? '',
    theme_id: theme?.id ?? '',
    ...(known?.name ? { 'client_info.name': known.name } : {}),
    ...(known?.phone ? { 'client_info.phone': known.phone } : {}),
    ...(known?.email ? { 'client_info.email': known.email } : {}),
  };
  return (
    <WordsFor areas={['booking', 'events']}>
      <BookPage
        packages={packages.items.map(({ id, name, price, price_kind, currency, max_guests }) => ({
          id,
          name,
          price,
          price_kind,
          currency,
          max_guests,
        }))}
        themes={themes.items.map(({ id, name }) => ({ id, name }))}
        start={start}
        view={await getBookView(ctx, start)}
        today={dayOf(ctx.now, shop.time_zone)}
        locale={ctx.locale}
        typist={known === null ? 'guest' : 'known'}
      />
    </WordsFor>
  );
}
