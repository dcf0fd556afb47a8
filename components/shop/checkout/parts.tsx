import type { ReactNode } from 'react';

/** One of the numbered parts of the checkout. */
export function Part({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <section className="checkout-part" aria-labelledby={`part-${number}`}>
      <h2 id={`part-${number}`}>
        <span className="part-number" aria-hidden="true">
          {number}
        </span>
        {title}
      </h2>
      <div className="part-fields">{children}</div>
    </section>
  );
}
