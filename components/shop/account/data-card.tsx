'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { Link, useAddress } from '#components/ui/link';

/** What one can have and what one can ask for: a file of everything, and to be forgotten. Works without script. */
export function DataCard() {
  const t = useTranslations('account');
  const address = useAddress();
  return (
    <section className="account-card card" aria-labelledby="data-title">
      <h2 id="data-title">{t('your_data')}</h2>
      <p>{t('data_text')}</p>
      <div className="account-actions">
        <form action={address('/account/export')} method="post">
          <Button type="submit" variant="secondary" icon="download">
            {t('download')}
          </Button>
        </form>
        <Link className="account-erase-link" href="/account/erase">
          {t('erase_link')}
        </Link>
      </div>
    </section>
  );
}
