import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import { fontPreloads } from '#lib/look/fonts';
import type { LookName } from '#lib/look/tokens';

/** The html element with its look; fonts are asked for before the stylesheet names them. */
export function LookDocument({ look, lang, children }: { look: LookName; lang: string; children: ReactNode }) {
  for (const href of fontPreloads(look)) preload(href, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  return (
    <html lang={lang} data-look={look}>
      <body>{children}</body>
    </html>
  );
}
