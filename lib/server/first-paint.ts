/**
 * A finished page says everything without its scripts, yet names them in its head, where they take the line from the
 * picture that is waited for. Here they are moved out of the way of the first paint. Decision 043.
 */

// Exactly as the framework writes them for a document without a nonce: anything else is none of ours.
const SCRIPT = /<script src="(\/_next\/static\/[^"<>]+)" async=""><\/script>/g;
const PRELOAD = /<link rel="preload" as="script" fetchPriority="low" href="\/_next\/static\/[^"<>]+"\/>/g;

// The data of the page comes in as many scripts as the render had steps, and each would cost a hash in the policy: half a
// hundred of them are 3 kB of header that nothing can compress. Inside the data `<` is always escaped.
const BETWEEN_DATA = /(?<=\]\))<\/script><script>(?=self\.__next_f\.push\(\[)/g;

/** What a visitor begins with: a key or a finger on something wants the scripts at once. */
const SIGNS = ['pointerdown', 'touchstart', 'keydown', 'focusin'];

/** Neither a picture that hangs may hold up the scripts, nor a tab in the background, which paints nothing. */
const LONGEST_WAIT_MS = 4000;

/**
 * Begins behind the picture that is waited for, before those further down: at `load` it would be two seconds later. All
 * scripts at once, so that each finds the others in the document as it would have without us.
 */
const LOADER = `(sources, signs, longest) => {
  const start = () => {
    clearTimeout(timer);
    for (const sign of signs) removeEventListener(sign, start, true);
    for (const source of sources.splice(0)) {
      const script = document.createElement("script");
      script.src = source;
      script.async = true;
      script.fetchPriority = "high";
      document.head.append(script);
    }
  };
  const painted = () => requestAnimationFrame(() => setTimeout(start));
  const timer = setTimeout(start, longest);
  for (const sign of signs) addEventListener(sign, start, { capture: true, passive: true });
  addEventListener("DOMContentLoaded", () => {
    const first = document.querySelector("img[fetchpriority=high]");
    if (!first || first.complete) return painted();
    first.onload = first.onerror = painted;
  });
}`.replaceAll(/\s*\n\s*/g, '');

/** The document with its scripts behind the first paint and its data in one piece; as it is where it has neither. */
export function paintFirst(html: string): string {
  const whole = html.replaceAll(BETWEEN_DATA, ';');
  const sources = new Set(Array.from(whole.matchAll(SCRIPT), ([, source]) => source));
  if (sources.size === 0) return whole;
  const given = [[...sources], SIGNS, LONGEST_WAIT_MS].map((one) => JSON.stringify(one)).join();
  let loader = `<script>(${LOADER})(${given})</script>`;
  return whole.replaceAll(PRELOAD, '').replaceAll(SCRIPT, () => {
    const here = loader;
    loader = '';
    return here;
  });
}
