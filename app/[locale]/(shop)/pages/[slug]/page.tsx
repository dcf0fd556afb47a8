import type { Metadata } from 'next';
import { cache } from 'react';
import { Breadcrumb } from '#components/ui/breadcrumb';
import { getPage } from '#lib/content/queries';
import { missing, missingHead } from '../../missing.tsx';
import { type ShopPageProps, shopContext, shopPage } from '../../shop-page.ts';

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
  const page = await findPage((await params).slug);
  if (!page) return missingHead;
  return { title: page.title, description: opening(page.html), alternates: { canonical: `/pages/${page.slug}` } };
}

export default async function WrittenPage({ params }: ShopPageProps<{ slug: string }>) {
  const { ctx, params: values } = await shopPage(params);
  const page = await findPage(values.slug);
  if (!page) return missing();
  const changed = new Intl.DateTimeFormat(ctx.locale, { dateStyle: 'long' }).format(new Date(page.updated_at));
  return (
    <article className="wrap written">
      <Breadcrumb crumbs={[{ label: 'Home', href: '/' }, { label: page.title }]} />
      <h1>{page.title}</h1>
      <div className="prose" dangerouslySetInnerHTML={{ __html: page.html }} />
      <p className="written-end">
        Last changed <time dateTime={page.updated_at}>{changed}</time>
      </p>
    </article>
  );
}
