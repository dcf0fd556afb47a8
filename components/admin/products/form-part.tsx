import { type ReactNode, useId } from 'react';

/** One part of a long form: what it is about beside its fields, above them where there is no room. */
export function FormPart({ title, hint, children }: { title: string; hint?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="form-part" aria-labelledby={id}>
      <header>
        <h3 id={id}>{title}</h3>
        {hint ? <p className="field-hint">{hint}</p> : null}
      </header>
      <div className="grid min-w-0 gap-4">{children}</div>
    </section>
  );
}
