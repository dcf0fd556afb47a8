import { ChatPage } from '#components/shop/chat/chat-page';
import { WordsFor } from '#components/shop/words';
import { EmptyState } from '#components/ui/empty-state';
import { Notice } from '#components/ui/notice';
import { getChatDoor } from '#lib/chat/queries';
import { readChatKey } from '#lib/http/chat-cookie';
import { pageContext } from '#lib/http/page';
import { wordsIn } from '#lib/i18n/words';
import { getSettings } from '#lib/settings/queries';
import { privateHead, shopPage } from '../shop-page.ts';

export const generateMetadata = privateHead('chat');

export default async function Page({ params, searchParams }: PageProps<'/[locale]/chat'>) {
  const { ctx: page } = await shopPage(params);
  const ctx = { ...(await pageContext()), locale: page.locale };
  const [door, { shop }, { link }] = [
    await getChatDoor(ctx, { chat_key: await readChatKey() }),
    await getSettings(ctx),
    await searchParams,
  ];
  const t = wordsIn(ctx.locale, 'chat');
  return (
    <div className="wrap chat-page">
      <h1>{t('title')}</h1>
      {link === 'over' ? (
        <Notice tone="warn" title={t('link_over_title')}>
          <p>{t('link_over_text')}</p>
        </Notice>
      ) : null}
      {door.is_enabled ? (
        <WordsFor areas={['chat']}>
          <ChatPage door={door} shopName={shop.name} firstId={crypto.randomUUID()} />
        </WordsFor>
      ) : (
        <EmptyState title={t('off_title')}>{t('off_text')}</EmptyState>
      )}
    </div>
  );
}
