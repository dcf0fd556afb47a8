'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { Button, ButtonLink } from '#components/ui/button';
import { Checkbox, Choice, Choices } from '#components/ui/choices';
import { Field } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import type { ImportKind, ImportMode } from '#db/enums';
import type { FieldMessages } from '#lib/errors';
import { sendFile } from './send-file.ts';
import { KIND_TEXT, MODE_TEXT } from './words.ts';

const LARGEST = 32 * 1024 * 1024;
const KINDS: readonly ImportKind[] = ['products', 'customers'];
const MODES: readonly ImportMode[] = ['upsert', 'create', 'update'];

/** Chooses a file and has it checked; what it would do is shown before anything changes. */
export function ImportForm({ start }: { start: ImportKind }) {
  const router = useRouter();
  const [kind, setKind] = useState<ImportKind>(start);
  const [mode, setMode] = useState<ImportMode>('upsert');
  const [isAdding, setAdding] = useState(false);
  const [share, setShare] = useState<number | null>(null);
  const [failure, setFailure] = useState<{ message: string; fields: FieldMessages } | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const isBusy = share !== null;

  function refuse(sentence: string): void {
    setFailure({ message: '', fields: { file: [sentence] } });
    input.current?.focus();
  }
  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const file = input.current?.files?.[0];
    if (!file) return refuse('Choose a file.');
    if (file.size > LARGEST) return refuse('This file is larger than 32 MB. Cut it into several.');
    setFailure(null);
    setShare(0);
    const body = new FormData();
    body.append('kind', kind);
    body.append('mode', mode);
    if (kind === 'products' && isAdding) body.append('create_categories', 'true');
    body.append('file', file);
    const sent = await sendFile(body, setShare);
    if ('id' in sent) {
      router.push(`/admin/imports/${sent.id}`);
      return;
    }
    setShare(null);
    setFailure(sent);
    input.current?.focus();
  }
  const wrongFile = failure?.fields.file?.[0];

  return (
    <form className="import-form" onSubmit={send} aria-label="Import a file" noValidate>
      {failure && !wrongFile ? <Notice tone="bad" title={failure.message} /> : null}
      <Choices id="import-kind" legend="What is in the file" min="medium">
        {KINDS.map((one) => (
          <Choice
            key={one}
            name="kind"
            value={one}
            title={KIND_TEXT[one]}
            checked={kind === one}
            disabled={isBusy}
            onChange={() => setKind(one)}
          />
        ))}
      </Choices>
      <Choices id="import-mode" legend="What it may do">
        {MODES.map((one) => (
          <Choice
            key={one}
            name="mode"
            value={one}
            title={MODE_TEXT[one].title}
            note={MODE_TEXT[one].note}
            checked={mode === one}
            disabled={isBusy}
            onChange={() => setMode(one)}
          />
        ))}
      </Choices>
      {kind === 'products' ? (
        <Checkbox
          name="create_categories"
          label="Add categories that are not there yet"
          hint="Without it their rows are left out, so that a slip of the pen opens no new shelf."
          checked={isAdding}
          disabled={isBusy}
          onChange={(event) => setAdding(event.target.checked)}
        />
      ) : null}
      <Field id="import-file" label="CSV file" hint="From Excel, save as “CSV UTF-8”. At most 32 MB." error={wrongFile}>
        {(aria) => (
          <input
            {...aria}
            ref={input}
            className="control import-file"
            type="file"
            accept=".csv,.txt,.tsv,text/csv,text/tab-separated-values"
            disabled={isBusy}
          />
        )}
      </Field>
      {isBusy ? (
        <div className="import-wait" role="status">
          <progress max={1} value={share < 1 ? share : undefined} aria-label="Sending the file" />
          <span>{share < 1 ? 'Sending the file…' : 'Checking every row…'}</span>
        </div>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={isBusy}>
          Check the file
        </Button>
        <ButtonLink variant="quiet" icon="download" href={`/api/admin/import-templates/${kind}`} download="">
          Template for {kind}
        </ButtonLink>
      </div>
      <p className="field-hint">Nothing changes yet: you see what the file would do, row by row, and then decide.</p>
    </form>
  );
}
