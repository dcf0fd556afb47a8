import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { TextForm } from '#components/admin/settings/messages/text-form';
import { MessageTextHead } from '#components/admin/settings/messages/text-head';
import { staffPage } from '#lib/http/page';
import { sampleValues } from '#lib/notices/queries';
import { kindOf, languageOf, NOTICE_KINDS, NOTICE_LANGUAGES } from '#lib/notices/rules';
import { defaultText, textOf } from '#lib/notices/texts';
import { getSettings } from '#lib/settings/queries';

export const metadata: Metadata = { title: 'Message' };

type Props = {
  params: Promise<{ kind: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function MessageTextPage({ params, searchParams }: Props) {
  const ctx = await staffPage();
  if (ctx.actor.role !== 'admin') notFound();
  const [{ kind: asked }, { lang }, { messages, shop }] = await Promise.all([params, searchParams, getSettings(ctx)]);
  const kind = NOTICE_KINDS.find((one) => one === asked);
  if (kind === undefined) notFound();
  // The staff read the shop's language, whatever customers read.
  const own = languageOf(shop.locale);
  const language = kindOf(kind).audience === 'staff' ? own : (NOTICE_LANGUAGES.find((one) => one === lang) ?? own);
  const edited = NOTICE_LANGUAGES.filter((one) => messages.texts[one]?.[kind] !== undefined);
  return (
    <>
      <MessageTextHead kind={kind} language={language} edited={edited} />
      <TextForm
        key={language}
        kind={kind}
        language={language}
        text={textOf(messages.texts, language, kind)}
        standard={defaultText(language, kind)}
        sample={await sampleValues(ctx, language)}
        from={shop.name}
      />
    </>
  );
}
