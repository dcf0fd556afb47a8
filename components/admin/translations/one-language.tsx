import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { LANGUAGE_NAMES, type Language } from '#lib/i18n/languages';

/** A shop that speaks one language has nothing to translate: where another one is added. */
export function OneLanguage({ own, isAdmin }: { own: Language; isAdmin: boolean }) {
  return (
    <EmptyState
      title={`The shop speaks ${LANGUAGE_NAMES[own]} alone`}
      action={
        isAdmin ? (
          <ButtonLink href="/admin/settings#shop" icon="globe">
            Offer another language
          </ButtonLink>
        ) : undefined
      }
    >
      Once the storefront is offered in another language too, everything the shop wrote can be said in it here.
      {isAdmin ? null : ' An admin adds languages in the settings.'}
    </EmptyState>
  );
}
