import type { ReactNode } from 'react';
import { TabLinks } from '#components/ui/tabs';
import { PrintButton } from '../print-button.tsx';
import { PageHeader } from '../shell/page-header.tsx';

export type PaperChoice = {
  label: string;
  options: readonly { href: string; label: string; count?: number; current: boolean }[];
};

/** Above what will come out of the printer: what it is, what it is printed on, and what of it. */
export function PaperTools({
  title,
  crumbs,
  choices,
  children,
}: {
  title: string;
  crumbs: readonly { label: string; href?: string }[];
  choices: readonly PaperChoice[];
  children?: ReactNode;
}) {
  return (
    <div className="paper-tools no-print">
      <PageHeader title={title} crumbs={crumbs} actions={<PrintButton />} />
      <div className="paper-choices">
        {choices.map(({ label, options }) => (
          <TabLinks key={label} label={label} tabs={options} />
        ))}
      </div>
      {children}
    </div>
  );
}
