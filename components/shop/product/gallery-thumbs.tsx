'use client';

import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';

/** Moves the row to a picture without moving the page, and marks the one in sight. */
export function GalleryThumbs({ children }: { children: ReactNode }) {
  const row = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const links = [...(row.current?.querySelectorAll('a') ?? [])];
    const pictures = links.map((link) => document.getElementById(link.hash.slice(1)));
    const mark = (shown: Element) => {
      for (const [place, link] of links.entries()) {
        if (pictures[place] === shown) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    };
    const watch = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) if (isIntersecting) mark(target);
      },
      { root: pictures[0]?.parentElement, threshold: 0.6 },
    );
    for (const picture of pictures) if (picture) watch.observe(picture);
    return () => watch.disconnect();
  }, []);

  function show(event: MouseEvent) {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const picture = link && document.getElementById(link.hash.slice(1));
    if (!picture?.parentElement) return;
    event.preventDefault();
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    picture.parentElement.scrollTo({ left: picture.offsetLeft, behavior: calm ? 'auto' : 'smooth' });
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is pressed
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click
    <div className="gallery-thumbs" ref={row} onClick={show}>
      {children}
    </div>
  );
}
