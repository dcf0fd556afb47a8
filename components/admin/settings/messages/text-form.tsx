'use client';

import { useRef, useState } from 'react';
import { FailureNotice } from '#components/admin/failure-notice';
import { MessageCard } from '#components/admin/outbox/message-card';
import { Panel } from '#components/admin/shell/stat-tile';
import { Button } from '#components/ui/button';
import { TextAreaField, TextField } from '#components/ui/field';
import { changeNoticeTextAction } from '#lib/notices/actions';
import { changeNoticeTextInput } from '#lib/notices/input';
import {
  fillLine,
  fillSms,
  fillText,
  kindOf,
  type NoticeKind,
  type NoticeLanguage,
  type NoticeText,
  type NoticeValues,
  PLACEHOLDERS,
  type Placeholder,
} from '#lib/notices/rules';
import { useActionForm } from '../../use-action-form.ts';
import { smsParts } from './sms-parts.ts';

type Part = 'subject' | 'body' | 'sms';

/** The words of one notice in one language, with what they look like for a sample order beside them. */
export function TextForm({
  kind,
  language,
  text,
  standard,
  sample,
  from,
}: {
  kind: NoticeKind;
  language: NoticeLanguage;
  text: NoticeText;
  /** What it says when nothing is written. */
  standard: NoticeText;
  sample: NoticeValues;
  from: string;
}) {
  const hasSms = standard.sms !== undefined;
  const { form, field, idOf, submit, busy, failure } = useActionForm({
    schema: changeNoticeTextInput,
    defaultValues: { kind, language, subject: text.subject, body: text.body, ...(hasSms && { sms: text.sms }) },
    action: changeNoticeTextAction,
    done: 'Saved.',
  });
  const [subject, body, sms] = form.watch(['subject', 'body', 'sms']);
  /** Where a placeholder goes: the part that was written in last. */
  const [part, setPart] = useState<Part>('body');
  const box = useRef<HTMLFormElement>(null);

  function insert(word: Placeholder) {
    const control = box.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${CSS.escape(idOf(part))}`);
    if (!control) return;
    const { selectionStart, selectionEnd, value } = control;
    const [start, end] = [selectionStart ?? value.length, selectionEnd ?? value.length];
    const open = `{${word}}`;
    form.setValue(part, value.slice(0, start) + open + value.slice(end), { shouldDirty: true, shouldValidate: true });
    control.focus();
    control.setSelectionRange(start + open.length, start + open.length);
  }
  function goBack() {
    form.setValue('subject', standard.subject, { shouldDirty: true });
    form.setValue('body', standard.body, { shouldDirty: true });
    if (hasSms) form.setValue('sms', standard.sms, { shouldDirty: true });
  }
  const isStandard = subject === standard.subject && body === standard.body && (!hasSms || sms === standard.sms);
  const filledSms = fillSms(sms || (standard.sms ?? ''), sample);

  return (
    <div className="two-sides">
      <form ref={box} noValidate onSubmit={submit} aria-label="Text">
        <Panel title="Text">
          <div className="grid gap-4">
            <FailureNotice failure={failure} />
            <TextField label="Subject" {...field('subject')} onFocus={() => setPart('subject')} />
            <TextAreaField
              label="Letter"
              rows={16}
              hint="A line that only has open words is left out when there is nothing to fill them with."
              {...field('body')}
              onFocus={() => setPart('body')}
            />
            {hasSms ? <TextAreaField label="SMS" rows={3} {...field('sms')} onFocus={() => setPart('sms')} /> : null}
            <fieldset className="field">
              <legend className="field-label mb-2">Put in</legend>
              <div className="flex flex-wrap gap-1.5">
                {kindOf(kind).placeholders.map((word) => (
                  <Button
                    key={word}
                    size="sm"
                    variant="secondary"
                    title={PLACEHOLDERS[word]}
                    onClick={() => insert(word)}
                  >
                    {`{${word}}`}
                  </Button>
                ))}
              </div>
            </fieldset>
            <div className="flex flex-wrap gap-2">
              <Button type="submit" busy={busy}>
                Save the text
              </Button>
              {isStandard ? null : (
                <Button variant="quiet" onClick={goBack}>
                  Back to our words
                </Button>
              )}
            </div>
          </div>
        </Panel>
      </form>
      <section className="grid content-start gap-3" aria-label="Preview">
        <h2 className="text-ink-soft">What it looks like for a sample order</h2>
        <MessageCard
          channel="email"
          from={from}
          to={kindOf(kind).audience === 'customer' ? 'Ana Pop' : 'the staff'}
          subject={fillLine(subject || standard.subject, sample)}
          body={fillText(body || standard.body, sample)}
        />
        {hasSms ? (
          <>
            <MessageCard channel="sms" subject={null} body={filledSms} />
            <p className="text-ink-soft">{smsParts(filledSms)}</p>
          </>
        ) : null}
      </section>
    </div>
  );
}
