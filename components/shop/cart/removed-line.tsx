import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '#components/ui/button';
import type { CartForms } from './use-cart.tsx';

/** What was taken out last and the way to put it back: a slip of the thumb costs no search. */
export function RemovedLine({ cart: { removed, putBack } }: { cart: CartForms }) {
  const t = useTranslations('cart');
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = removed?.id;

  // The line went with the button that was pressed: whoever uses keys goes on here, not at the top of the page.
  useEffect(() => {
    if (id !== undefined && !document.activeElement?.closest('a, button, input, textarea')) button.current?.focus();
  }, [id]);

  return (
    <div ref={box} role="status" tabIndex={-1}>
      {removed ? (
        <p className="cart-removed">
          <span>{t('is_removed', { name: removed.product_name })}</span>
          <Button
            ref={button}
            variant="secondary"
            size="sm"
            onClick={() => {
              // It goes with what it does.
              box.current?.focus();
              putBack();
            }}
          >
            {t('put_back')}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
