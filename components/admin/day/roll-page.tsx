'use client';

import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

const MM_PER_PX = 25.4 / 96;
/** The longest page a PDF may have is a little over five meters. */
const LONGEST_MM = 5000;

/** Millimeters: what printers of this width reach, and a little blank above and below for the knife. */
const ROLLS = {
  '80mm': { width: 80, beside: 4, above: 3 },
  '72mm': { width: 72, beside: 1, above: 3 },
} as const;

/**
 * A roll has no pages: this one is as long as what is printed, so that nothing is cut in the middle and no paper runs
 * to waste. Without scripts the strip comes in pieces of 297 mm, as the style sheet has them.
 */
export function RollPage({ paper, children }: { paper: keyof typeof ROLLS; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState<number | null>(null);
  // A name of its own: each slip of several is cut off by itself.
  const name = `roll-${useId().replace(/\W/g, '')}`;
  const { width, beside, above } = ROLLS[paper];

  useEffect(() => {
    const content = box.current;
    if (!content) return;
    const watch = new ResizeObserver(() => {
      // What the printer lays out must not move what was measured.
      if (window.matchMedia('print').matches) return;
      const long = Math.ceil(content.offsetHeight * MM_PER_PX) + 2 * above;
      setHeight(long <= LONGEST_MM ? long : null);
    });
    watch.observe(content);
    return () => watch.disconnect();
  }, [above]);

  return (
    <div ref={box} className="roll" data-paper={paper} style={height === null ? undefined : { page: name }}>
      {height === null ? null : (
        <style>{`@page ${name} { size: ${width}mm ${height}mm; margin: ${above}mm ${beside}mm; }`}</style>
      )}
      {children}
    </div>
  );
}
