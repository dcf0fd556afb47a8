import type { ReactNode } from 'react';
import { PageHeader } from '#components/admin/shell/page-header';
import { Panel } from '#components/admin/shell/stat-tile';
import { TranslateLink } from '#components/admin/translations/translate-link';
import { ButtonLink } from '#components/ui/button';
import { Notice } from '#components/ui/notice';
import { ShownState } from './shown-state.tsx';

const WORDS = {
  package: { title: 'Package', list: 'Packages', path: 'packages' },
  theme: { title: 'Theme', list: 'Themes', path: 'themes' },
} as const;

/** The page of one package or theme: its form and its pictures; of an archived one only how it comes back. */
export function ShownPage({
  kind,
  one,
  shop,
  form,
  pictures,
}: {
  kind: keyof typeof WORDS;
  one: { id: string; name: string; slug: string; active: boolean; archived_at: string | null };
  shop: Parameters<typeof TranslateLink>[0]['shop'];
  form: ReactNode;
  pictures: { title: string; manager: ReactNode };
}) {
  const { title, list, path } = WORDS[kind];
  const isArchived = one.archived_at !== null;
  return (
    <>
      <PageHeader
        title={one.name}
        crumbs={[{ label: list, href: `/admin/${path}` }, { label: one.name }]}
        status={<ShownState one={one} />}
        actions={
          isArchived ? null : (
            <>
              <TranslateLink kind={kind} id={one.id} shop={shop} />
              {one.active ? (
                <ButtonLink variant="quiet" icon="globe" href={`/${path}/${one.slug}`}>
                  See it in the shop
                </ButtonLink>
              ) : null}
            </>
          )
        }
      />
      {isArchived ? (
        <Notice title={`This ${kind} is archived`}>Restore it in the list of {path} to change it again.</Notice>
      ) : (
        <>
          <Panel title={title}>{form}</Panel>
          <Panel title={pictures.title}>{pictures.manager}</Panel>
        </>
      )}
    </>
  );
}
