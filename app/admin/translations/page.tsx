import { redirect } from 'next/navigation';
import { getCompleteness } from '#lib/content/queries';
import { openOf } from '#lib/content/translation-rules';
import { staffPage } from '#lib/http/page';

/** On to the first kind of content with something left to do. */
export default async function TranslationsPage() {
  const ctx = await staffPage();
  const { completeness } = await getCompleteness(ctx);
  const [first] = completeness
    .flatMap(({ kinds }) => kinds.filter((figures) => openOf(figures) > 0))
    .map(({ kind }) => kind);
  redirect(`/admin/translations/${first ?? 'product'}`);
}
