import type { ReactNode } from 'react';
import type { LookName } from '#lib/look/tokens';

/** The html element with its look. Its fonts come after the first paint, which their stand-ins can do: decision 043. */
export function LookDocument({ look, lang, children }: { look: LookName; lang: string; children: ReactNode }) {
  return (
    <html lang={lang} data-look={look}>
      <body>{children}</body>
    </html>
  );
}
