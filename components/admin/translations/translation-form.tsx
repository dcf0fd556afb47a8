'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useRef, useState } from 'react';
import { z } from 'zod';
import { Button } from '#components/ui/button';
import { saveTranslationsAction } from '#lib/content/actions';
import type { Translation } from '#lib/content/translation-output';
import type { ActionFailure, ActionResult } from '#lib/http/action';
import { LANGUAGE_NAMES, type Language } from '#lib/i18n/languages';
import { useTheirs } from '../events/use-theirs.ts';
import { useAction } from '../use-action.ts';
import { useActionForm } from '../use-action-form.ts';
import { useLeaveGuard } from '../use-leave-guard.ts';
import { type StaleRow, StaleTranslation } from './stale-translation.tsx';
import { TextRow } from './text-row.tsx';
import { fieldLabels } from './words.ts';

const schema = z.object({ texts: z.array(z.string()) });
type Values = z.input<typeof schema>;

type Of = {
  name: string;
  texts: Translation[];
  language: Language;
  own: Language;
  shop: { locale: string; timeZone: string };
  /** The next that has something to do in this language; null when this is the last. */
  next: string | null;
};

/** The texts of one thing beside their translations. Made anew for another thing or language, and for what others saved. */
export function TranslationForm(props: Of) {
  const { round, take } = useTheirs(props.texts);
  const router = useRouter();
  return (
    <Body
      key={round}
      {...props}
      takeTheirs={() => {
        take();
        router.refresh();
      }}
    />
  );
}

const isSame = (one: StaleRow, other: Translation): boolean =>
  one.content_type === other.content_type && one.object_id === other.object_id && one.field_name === other.field_name;

/** As the server takes it: made from what stands on the page, over what was seen there. */
const rowOf = ({ content_type, object_id, language_code, field_name, source_hash, updated_at }: Translation) => ({
  content_type,
  object_id,
  language_code,
  field_name,
  source_hash,
  seen: updated_at,
});

const textsOf = (texts: readonly Translation[]): Values => ({
  texts: texts.map(({ translated_text }) => translated_text ?? ''),
});

function Body({ name, texts, language, own, shop, next, takeTheirs }: Of & { takeTheirs: () => void }) {
  const router = useRouter();
  // What was read or saved here, not what the page shows by now: over that nothing is saved unseen.
  const [known, show] = useState(texts);
  const newest = useRef(known);
  const setKnown = (next: Translation[]) => {
    newest.current = next;
    show(next);
  };
  const sent = useRef<number[]>([]);
  const goesOn = useRef(false);
  const labels = fieldLabels(known);
  const merge = (saved: readonly Translation[]) => {
    const merged = newest.current.map((text) => saved.find((row) => isSame(row, text)) ?? text);
    setKnown(merged);
    return merged;
  };

  async function save(values: Values): Promise<ActionResult<{ rows: Translation[] }>> {
    sent.current = newest.current.flatMap((text, at) =>
      (values.texts[at] ?? '').trim() === (text.translated_text ?? '') ? [] : [at],
    );
    const rows = sent.current.flatMap((at) => {
      const text = newest.current[at];
      return text ? [{ ...rowOf(text), translated_text: values.texts[at] ?? '' }] : [];
    });
    return rows.length === 0 ? { ok: true, data: { rows: [] } } : saveTranslationsAction({ rows });
  }

  /** `rows.1.translated_text` stands at the second of those that were sent. */
  const fieldsOf = ({ fields }: ActionFailure) =>
    Object.fromEntries(
      Object.entries(fields).map(([path, sentences]) => {
        const at = sent.current[Number(/^rows\.(\d+)\./.exec(path)?.[1])];
        return [at === undefined ? path : `texts.${at}`, sentences];
      }),
    );

  const form = useActionForm<Values, { rows: Translation[] }>({
    schema,
    defaultValues: textsOf(texts),
    action: save,
    fieldsOf,
    done: ({ rows }) =>
      rows.length === 0 ? 'Nothing was changed.' : `${name} is saved in ${LANGUAGE_NAMES[language]}.`,
    onDone: ({ rows }) => {
      form.form.reset(textsOf(merge(rows)));
      if (goesOn.current && next) router.push(next);
    },
  });
  const confirm = useAction(saveTranslationsAction, {
    done: 'Marked as still right.',
    onDone: ({ rows }) => merge(rows),
  });
  useLeaveGuard(form.form.formState.isDirty);

  function submit(isLast: boolean) {
    goesOn.current = !isLast;
    void form.submit();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit(next === null);
  }

  return (
    <form
      noValidate
      className="translate"
      aria-label={`${name} in ${LANGUAGE_NAMES[language]}`}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit(true);
      }}
    >
      <StaleTranslation
        failure={form.failure}
        shop={shop}
        labelOf={(row) => labels[known.findIndex((text) => isSame(row, text))] ?? row.field_name}
        takeTheirs={takeTheirs}
        keepMine={(rows) => {
          setKnown(
            known.map((text) => {
              const theirs = rows.find((row) => isSame(row, text));
              return theirs ? { ...text, updated_at: theirs.updated_at } : text;
            }),
          );
          submit(true);
        }}
      />
      <div className="translate-heads" aria-hidden="true">
        <span>{LANGUAGE_NAMES[own]}, as the shop wrote it</span>
        <span>{LANGUAGE_NAMES[language]}</span>
      </div>
      {known.map((text, at) => (
        <TextRow
          key={`${text.content_type} ${text.object_id} ${text.field_name}`}
          text={text}
          label={labels[at] ?? text.field_name}
          language={language}
          own={own}
          field={form.field(`texts.${at}`)}
          copy={() => form.form.setValue(`texts.${at}`, text.source_text, { shouldDirty: true })}
          confirm={() => confirm.run({ rows: [{ ...rowOf(text), translated_text: text.translated_text ?? '' }] })}
          isBusy={confirm.busy}
        />
      ))}
      <div className="translate-foot">
        {next ? (
          <>
            <Button busy={form.busy} onClick={() => submit(false)}>
              Save and go to the next
            </Button>
            <Button type="submit" variant="secondary" busy={form.busy}>
              Save
            </Button>
          </>
        ) : (
          <Button type="submit" busy={form.busy}>
            Save
          </Button>
        )}
        <span className="translate-keys" aria-hidden="true">
          <kbd className="kbd">Ctrl</kbd> <kbd className="kbd">Enter</kbd> saves{next ? ' and goes on' : ''}
        </span>
      </div>
    </form>
  );
}
