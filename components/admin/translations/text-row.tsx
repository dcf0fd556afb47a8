import { Status } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { TextAreaField, TextField } from '#components/ui/field';
import type { Translation } from '#lib/content/translation-output';
import { fieldsOfType } from '#lib/content/translation-rules';
import { LANGUAGE_NAMES, type Language } from '#lib/i18n/languages';
import { hintOf } from './words.ts';

/** Longer texts have room for more than a line. */
const ONE_LINE = 200;

type Field = { id: string; name: string; error: string | undefined };

/** One text of the shop with its translation beside it. */
export function TextRow({
  text,
  label,
  language,
  own,
  field,
  copy,
  confirm,
  isBusy,
}: {
  text: Translation;
  label: string;
  language: Language;
  own: Language;
  field: Field & Record<string, unknown>;
  copy: () => void;
  confirm: () => void;
  isBusy: boolean;
}) {
  const longest = fieldsOfType(text.content_type)[text.field_name] ?? ONE_LINE;
  const shared = {
    ...field,
    label: (
      <>
        {label}
        <span className="visually-hidden"> in {LANGUAGE_NAMES[language]}</span>
      </>
    ),
    lang: language,
    maxLength: longest,
    spellCheck: true,
    autoComplete: 'off',
  };
  const isGone = text.source_text === '';
  return (
    <div className="translate-row" data-old={text.is_out_of_date}>
      <div className="translate-source">
        <p className="field-label" aria-hidden="true">
          {label}
        </p>
        <div className="translate-said">
          {/* What it shows is what the words beside it say. */}
          {text.image_url ? <img className="translate-picture" src={text.image_url} alt="" loading="lazy" /> : null}
          {isGone ? (
            <p className="text-ink-soft">The shop says nothing here any more. Empty the translation to remove it.</p>
          ) : (
            <p className="translate-text" lang={own}>
              {text.source_text}
            </p>
          )}
        </div>
      </div>
      <div className="translate-target">
        {longest > ONE_LINE ? (
          <TextAreaField
            {...shared}
            className="translate-area"
            rows={Math.min(24, Math.max(3, Math.ceil(text.source_text.length / 60)))}
            hint={hintOf(text)}
          />
        ) : (
          <TextField {...shared} />
        )}
        <div className="translate-marks">
          <State text={text} />
          {text.is_out_of_date && !isGone ? (
            <Button size="sm" variant="secondary" icon="check" busy={isBusy} onClick={confirm}>
              Still right<span className="visually-hidden">: {label}</span>
            </Button>
          ) : null}
          {text.translated_text === null && longest <= ONE_LINE ? (
            <Button size="sm" variant="quiet" icon="copy" onClick={copy}>
              Say it the same<span className="visually-hidden">: {label}</span>
            </Button>
          ) : null}
        </div>
      </div>
    </div>
  );
}

function State({ text }: { text: Translation }) {
  if (text.translated_text === null) return <Status>Not translated</Status>;
  if (!text.is_out_of_date) return <Status tone="good">Translated</Status>;
  return (
    <Status tone="warn">
      {text.source_text === '' ? 'Its source is gone' : 'Out of date: the source was rewritten since'}
    </Status>
  );
}
