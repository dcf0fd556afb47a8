import { ButtonLink } from '#components/ui/button';
import type { TranslatedKind } from '#lib/content/translation-rules';
import { otherLanguages, type ShopLanguages } from '#lib/i18n/languages';

/** From where something is written to where it is said in other languages; nothing in a shop that speaks one. */
export function TranslateLink({ kind, id, shop }: { kind: TranslatedKind; id: string; shop: ShopLanguages }) {
  if (otherLanguages(shop).length === 0) return null;
  return (
    <ButtonLink variant="quiet" icon="chat" href={`/admin/translations/${kind}/${id}`}>
      Translations
    </ButtonLink>
  );
}
