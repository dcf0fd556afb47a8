'use client';

import { Button } from '#components/ui/button';
import { Notice } from '#components/ui/notice';
import { CopyButton } from '../copy-button.tsx';

/** Ten codes, shown this once; on paper they stand alone. */
export function RecoveryCodes({
  codes,
  shopName,
  username,
  doneLabel,
  onDone,
}: {
  codes: readonly string[];
  shopName: string;
  username: string;
  doneLabel: string;
  onDone: () => void;
}) {
  const title = `Recovery codes for ${username} at ${shopName}`;
  const text = `${title}\n\n${codes.join('\n')}\n\nEach works once, in place of the code of the app.\n`;
  return (
    <div className="grid gap-4">
      <div className="no-print">
        <Notice tone="warn" title="Keep these now: they are not shown again">
          <p>When the phone is lost, one of them signs you in instead. Each works once. Not on that phone, please.</p>
        </Notice>
      </div>
      <section className="recovery-sheet" aria-label={title}>
        <h3 className="print-only">{title}</h3>
        <ol className="recovery-codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
      </section>
      <div className="no-print flex flex-wrap gap-2">
        <CopyButton text={text} name="the recovery codes" />
        <Button variant="secondary" icon="download" onClick={() => download(text)}>
          Download
        </Button>
        <Button variant="secondary" icon="print" onClick={() => window.print()}>
          Print
        </Button>
      </div>
      <Button className="no-print justify-self-start" onClick={onDone}>
        {doneLabel}
      </Button>
    </div>
  );
}

function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'recovery-codes.txt';
  link.click();
  URL.revokeObjectURL(address);
}
