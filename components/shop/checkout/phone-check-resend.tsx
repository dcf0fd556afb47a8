'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button';

/**
 * Asks for another code once it may be asked for; each code has a button of its own. Without script it is there from the
 * start, and the server says how long to wait.
 */
export function ResendCode({ intent, seconds }: { intent: string; seconds: number }) {
  const t = useTranslations('codes');
  const [left, setLeft] = useState<number | null>(null);

  useEffect(() => {
    // By this clock alone: the server's may tell another time.
    const until = Date.now() + seconds * 1000;
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [seconds]);

  const waits = left !== null && left > 0;
  return (
    <Button type="submit" name="intent" value={intent} variant="link" disabled={waits} className="num">
      {waits ? t('code_in', { seconds: left }) : t('code_again')}
    </Button>
  );
}
