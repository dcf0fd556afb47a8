import type { Metadata } from 'next';
import { cache } from 'react';
import { Breadcrumb } from '#components/ui/breadcrumb';
import { getPage } from '#lib/content/queries';
import { wordsIn } from '#lib/i18n/words';
import { getSettings } from '#lib/settings/queries';
import { dateFormat } from '#lib/time';
import { missing, missingHead } from '../../missing.tsx';
import { alternates, type ShopPageProps, shopContext, shopPage } from '../../shop-page.ts';

export const revalidate = 300;
export const generateStaticParams = () => [];

/** The first words of a page, whole, for the lists of search engines. */
function opening(html: string): string {
  const words = html
    .replace(/<h\d[^>]*>.*?<\/h\d>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?])/g, '$1')
    .trim();
  return words.length <= 155 ? words : `${words.slice(0, 155).replace(/\s\S*$/, '')} …`;
}

const findPage = cache(async (slug: string) => getPage(await shopContext(), slug));

export async function generateMetadata({ params }: ShopPageProps<{ slug: string }>): Promise<Metadata> {
  const { ctx, params: place } = await shopPage(params);
  const page = await findPage(place.slug);
  if (!page) return missingHead(ctx);
  return { title: page.title, description: opening(page.html), alternates: await alternates(`/pages/${page.slug}`) };
}

export default async function WrittenPage({ params }: ShopPageProps<{ slug: string }>) {
  const { ctx, params: values } = await shopPage(params);
  const page = await findPage(values.slug);
  if (!page) return missing();
  const { shop } = await getSettings(ctx);
  const t = wordsIn(ctx.locale, 'titles');
  const changed = dateFormat(ctx.locale, { dateStyle: 'long', timeZone: shop.time_zone }).format(
    new Date(page.updated_at),
  );
  return (
    <article className="wrap written">
      <Breadcrumb crumbs={[{ label: t('home'), href: '/' }, { label: page.title }]} />
      <h1>{page.title}</h1>
      <div className="prose" dangerouslySetInnerHTML={{ __html: page.html }} />
      <p className="written-end">
        {t.rich('last_changed', { day: () => <time dateTime={page.updated_at}>{changed}</time> })}
      </p>
    </article>
  );
}
