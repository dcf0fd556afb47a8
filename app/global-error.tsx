'use client';

/** A stylesheet imported here would be loaded by every page of shop and desk, so what little it needs stands here. */
const STYLE = `
  body { margin: 0; min-height: 100vh; display: grid; place-content: center; justify-items: center; gap: 1rem;
    padding: 2rem; background: #faf8f4; color: #262019; font: 1rem/1.6 system-ui, sans-serif; text-align: center }
  h1 { margin: 0; font-size: 1.6rem; line-height: 1.2 }
  p { margin: 0; max-width: 44ch }
  button { min-height: 2.75rem; padding: 0 1.25rem; border: 0; border-radius: 8px; background: #262019; color: #fff; font: inherit }
`;

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Stands in for a layout that failed, so it asks nobody for the shop's look. */
export default function GlobalError({ error, reset }: Props) {
  return (
    <html lang="en">
      <body>
        <title>That did not work</title>
        <style>{STYLE}</style>
        <main>
          <h1>That did not work</h1>
          <p>It was our fault, and nothing is lost. Please try again in a moment.</p>
          {error.digest ? <p>If it goes on, tell us this number: {error.digest}</p> : null}
          <p>
            <button type="button" onClick={reset}>
              Try again
            </button>
          </p>
        </main>
      </body>
    </html>
  );
}
