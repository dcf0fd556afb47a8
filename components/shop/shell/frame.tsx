import { useTranslations } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';
import { Toaster } from '#components/ui/toast';
import { ChatLink } from '../chat/chat-link.tsx';
import { ShopFooter } from './footer.tsx';
import { ShopHeader } from './header.tsx';
import { ShopNotice } from './shop-notice.tsx';

/** Header, main and footer of every storefront page. Takes the header's slots. */
export function ShopFrame({ children, ...header }: ComponentProps<typeof ShopHeader> & { children: ReactNode }) {
  const t = useTranslations('shell');
  return (
    <>
      <a className="btn skip-link" data-variant="primary" href="#main">
        {t('skip')}
      </a>
      <ShopNotice closure={header.shop.closure} />
      <ShopHeader {...header} />
      <main className="site-main" id="main" tabIndex={-1}>
        {children}
      </main>
      <ShopFooter shop={header.shop} />
      {header.shop.hasChat ? <ChatLink label={t('chat')} shopName={header.shop.name} /> : null}
      <Toaster />
    </>
  );
}
