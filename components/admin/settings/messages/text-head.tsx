import { PageHeader } from '#components/admin/shell/page-header';
import { TabLinks } from '#components/ui/tabs';
import { kindOf, NOTICE_LANGUAGES, type NoticeKind, type NoticeLanguage } from '#lib/notices/rules';
import { LANGUAGE, NOTICE_EVENT } from '../../outbox/words.ts';

const TO = { customer: 'to the customer', staff: 'to the staff' } as const;

/** Which text is being edited, and its other languages. The staff's texts exist in the shop's language only. */
export function MessageTextHead({
  kind,
  language,
  edited,
}: {
  kind: NoticeKind;
  language: NoticeLanguage;
  edited: readonly NoticeLanguage[];
}) {
  const { event, audience } = kindOf(kind);
  const title = `${NOTICE_EVENT[event]}, ${TO[audience]}`;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: 'Settings', href: '/admin/settings' },
          { label: 'Messages', href: '/admin/settings/messages' },
          { label: title },
        ]}
      />
      {audience === 'customer' ? (
        <TabLinks
          label="Language"
          tabs={NOTICE_LANGUAGES.map((one) => ({
            href: `/admin/settings/messages/${kind}?lang=${one}`,
            label: edited.includes(one) ? `${LANGUAGE[one]} (edited)` : LANGUAGE[one],
            current: one === language,
          }))}
        />
      ) : null}
    </>
  );
}
