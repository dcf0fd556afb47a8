import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ListPager } from '#components/admin/list-pager';
import { PageHeader } from '#components/admin/shell/page-header';
import { LanguageTiles } from '#components/admin/translations/language-tiles';
import { OneLanguage } from '#components/admin/translations/one-language';
import { TranslatablesTable } from '#components/admin/translations/translatables-table';
import { TranslationFilters } from '#components/admin/translations/translation-filters';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Notice } from '#components/ui/notice';
import { TabLinks } from '#components/ui/tabs';
import { getCompleteness, listTranslatables } from '#lib/content/queries';
import { listTranslatablesInput } from '#lib/content/translation-input';
import type { LanguageCompleteness } from '#lib/content/translation-output';
import { openOf, sumOf, TRANSLATED_KINDS, type TranslatedKind } from '#lib/content/translation-rules';
import { atPlace, staffPage } from '#lib/http/page';
import { languageOf, otherLanguages } from '#lib/i18n/languages';
import { getSettings } from '#lib/settings/queries';
import { toSearch, withParams } from '../../../../components/admin/address.ts';
import { KIND } from '../../../../components/admin/translations/words.ts';

export const metadata: Metadata = { title: 'Translations' };

type Props = {
  params: Promise<{ kind: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function TranslationsOfKindPage({ params, searchParams }: Props) {
  const ctx = await staffPage();
  const { kind: word } = await params;
  const kind = TRANSLATED_KINDS.find((one) => one === word);
  if (!kind) notFound();
  const { shop } = await getSettings(ctx);
  const languages = otherLanguages(shop);
  if (languages.length === 0) {
    return (
      <>
        <PageHeader title="Translations" />
        <OneLanguage own={languageOf(shop.locale)} isAdmin={ctx.actor.role === 'admin'} />
      </>
    );
  }
  const asked = await searchParams;
  const parsed = listTranslatablesInput.safeParse({ ...asked, kind });
  const filters = parsed.success ? parsed.data : listTranslatablesInput.parse({ kind });
  const language = languages.find((one) => one === filters.language);
  const [{ completeness, completeness_exact }, found] = await Promise.all([
    getCompleteness(ctx),
    atPlace({ ...filters, language }, (at) => listTranslatables(ctx, at)),
  ]);
  const path = `/admin/translations/${kind}`;
  const here = toSearch(asked);
  const isFiltered = filters.q !== undefined || filters.state !== undefined;
  return (
    <>
      <PageHeader title="Translations" />
      {parsed.success ? null : (
        <Notice tone="warn">The address asked for a filter that does not exist. These are all of them.</Notice>
      )}
      <LanguageTiles
        languages={completeness}
        chosen={language}
        hrefOf={(code) => withParams(path, here, { language: code, cursor: null, page: null })}
      />
      {completeness_exact ? null : (
        <p className="text-ink-soft">The figures count the first 10,000 products by name.</p>
      )}
      <TabLinks label="Kinds of content" tabs={tabsOf(completeness, kind, language)} />
      {kind === 'shop' ? null : <TranslationFilters filters={filters} isFiltered={isFiltered} />}
      {found.items.length > 0 || found.next_cursor ? (
        <>
          <TranslatablesTable
            kind={kind}
            rows={found.items}
            languages={languages}
            language={language}
            locale={shop.locale}
          />
          <ListPager {...found} isExact={found.total_exact} />
        </>
      ) : (
        <Nothing
          isFiltered={isFiltered}
          kind={kind}
          href={withParams(path, here, { q: null, state: null, page: null })}
        />
      )}
    </>
  );
}

/** Kinds that this shop has, with how much there is to do in the chosen language or in all. */
function tabsOf(completeness: readonly LanguageCompleteness[], current: TranslatedKind, language: string | undefined) {
  const counted = completeness.filter(({ language_code }) => (language ?? language_code) === language_code);
  return TRANSLATED_KINDS.flatMap((kind) => {
    const figures = sumOf(counted.flatMap(({ kinds }) => kinds.filter((one) => one.kind === kind)));
    if (figures.fields === 0 && kind !== current) return [];
    const open = openOf(figures);
    return [
      {
        href: `/admin/translations/${kind}${language ? `?language=${language}` : ''}`,
        label: KIND[kind].many,
        current: kind === current,
        ...(open > 0 && { count: open }),
      },
    ];
  });
}

function Nothing({ isFiltered, kind, href }: { isFiltered: boolean; kind: TranslatedKind; href: string }) {
  const { many, page } = KIND[kind];
  if (isFiltered) {
    return (
      <EmptyState
        title={`No ${many.toLowerCase()} match`}
        action={
          <ButtonLink variant="secondary" href={href}>
            Show all {many.toLowerCase()}
          </ButtonLink>
        }
      />
    );
  }
  return (
    <EmptyState
      title={`There are no ${many.toLowerCase()} yet`}
      action={
        page ? <ButtonLink href={page('').replace(/\/$/, '')}>To the {many.toLowerCase()}</ButtonLink> : undefined
      }
    >
      What the shop writes is translated here.
    </EmptyState>
  );
}
