import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { PageHeader } from '#components/admin/shell/page-header';
import { Panel } from '#components/admin/shell/stat-tile';
import { OneLanguage } from '#components/admin/translations/one-language';
import { Progress, progressWords } from '#components/admin/translations/progress';
import { TranslationForm } from '#components/admin/translations/translation-form';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { TabLinks } from '#components/ui/tabs';
import { getTranslatable } from '#lib/content/queries';
import { openOf, TRANSLATED_KINDS } from '#lib/content/translation-rules';
import { idInput } from '#lib/fields';
import { staffPage } from '#lib/http/page';
import { LANGUAGE_NAMES, type Language, languageOf, otherLanguages } from '#lib/i18n/languages';
import { getSettings } from '#lib/settings/queries';
import { KIND, titleOf } from '../../../../../components/admin/translations/words.ts';

type Props = {
  params: Promise<{ kind: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const read = cache(async (word: string, text: string, language: Language) => {
  const ctx = await staffPage();
  const kind = TRANSLATED_KINDS.find((one) => one === word);
  const id = idInput.safeParse(text);
  return kind && id.success ? getTranslatable(ctx, { kind, id: id.data, language }) : null;
});

export const metadata: Metadata = { title: 'Translations' };

export default async function TranslatePage({ params, searchParams }: Props) {
  const ctx = await staffPage();
  const [{ kind: word, id: text }, { language: asked }, { shop }] = await Promise.all([
    params,
    searchParams,
    getSettings(ctx),
  ]);
  const languages = otherLanguages(shop);
  const own = languageOf(shop.locale);
  const [first] = languages;
  const crumbs = [{ label: 'Translations', href: '/admin/translations' }];
  if (first === undefined) {
    return (
      <>
        <PageHeader title="Translations" />
        <OneLanguage own={own} isAdmin={ctx.actor.role === 'admin'} />
      </>
    );
  }
  const language = languages.find((one) => one === asked) ?? first;
  const one = await read(word, text, language);
  if (!one) notFound();
  const { kind, id, texts, neighbors } = one;
  const name = titleOf(one, shop.locale);
  const hrefOf = (to: string, code: Language = language) => `/admin/translations/${kind}/${to}?language=${code}`;
  const figures = one.languages.find(({ language_code }) => language_code === language);
  const source = KIND[kind].page?.(id);
  const next = neighbors.next ?? neighbors.previous;
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[...crumbs, { label: KIND[kind].many, href: `/admin/translations/${kind}` }, { label: name }]}
        status={
          figures ? (
            <span className="language-cell">
              <Progress figures={figures} />
              <span className="language-note">{progressWords(figures)}</span>
            </span>
          ) : null
        }
        actions={
          <>
            {source ? (
              <ButtonLink variant="quiet" icon="pencil" href={source}>
                Edit the source
              </ButtonLink>
            ) : null}
            {neighbors.previous ? (
              <ButtonLink variant="secondary" icon="chevronLeft" href={hrefOf(neighbors.previous)}>
                Previous to do
              </ButtonLink>
            ) : null}
            {neighbors.next ? (
              <ButtonLink variant="secondary" icon="chevronRight" href={hrefOf(neighbors.next)}>
                Next to do
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <TabLinks
        label="Languages"
        tabs={languages.map((code) => {
          const open = one.languages.find(({ language_code }) => language_code === code);
          return {
            href: hrefOf(id, code),
            label: LANGUAGE_NAMES[code],
            current: code === language,
            ...(open && openOf(open) > 0 && { count: openOf(open) }),
          };
        })}
      />
      {texts.length > 0 ? (
        <Panel>
          <TranslationForm
            key={`${id} ${language}`}
            name={name}
            texts={texts}
            language={language}
            own={own}
            shop={{ locale: shop.locale, timeZone: shop.time_zone }}
            next={next ? hrefOf(next) : null}
          />
        </Panel>
      ) : (
        <EmptyState title="There is nothing to translate here">The shop has written no text for it.</EmptyState>
      )}
    </>
  );
}
