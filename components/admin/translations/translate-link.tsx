import { ButtonLink, type ButtonLook } from '#components/ui/button';
import type { TranslatedKind } from '#lib/content/translation-rules';
import { otherLanguages, type ShopLanguages } from '#lib/i18n/languages';

type Link = { kind: TranslatedKind; id: string; shop: ShopLanguages };

/** The same in a dialog, where what was typed would be lost on the way. */
export function TranslateLinkOf({ isDirty, ...link }: Link & { isDirty: boolean }) {
  if (otherLanguages(link.shop).length === 0) return null;
  if (isDirty) return <p className="field-hint">Save it first, then translate it.</p>;
  return (
    <div>
      <TranslateLink {...link} variant="secondary" size="sm" />
    </div>
  );
}

/** From where something is written to where it is said in other languages; nothing in a shop that speaks one. */
export function TranslateLink({
  kind,
  id,
  shop,
  variant = 'quiet',
  size,
}: Link & Pick<ButtonLook, 'variant' | 'size'>) {
  if (otherLanguages(shop).length === 0) return null;
  return (
    <ButtonLink variant={variant} size={size} icon="globe" href={`/admin/translations/${kind}/${id}`}>
      Translations
    </ButtonLink>
  );
}
