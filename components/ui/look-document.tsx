import type { ReactNode } from 'react';
import { fontPreloads } from '#lib/look/fonts';
import type { LookName } from '#lib/look/tokens';

/** The html element with its look; fonts are asked for before the stylesheet names them. */
export function LookDocument({ look, lang, children }: { look: LookName; lang: string; children: ReactNode }) {
  return (
    <html lang={lang} data-look={look}>
      <head>
        {fontPreloads(look).map((href) => (
          <link key={href} rel="preload" as="font" type="font/woff2" href={href} crossOrigin="anonymous" />
        ))}
      </head>
      <body>{children}</body>
    </html>
  );
}
