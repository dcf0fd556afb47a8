'use client';

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';

/** Tabs whose state is of no interest to anybody else; arrows move, Home and End jump. */
export function TabSet({
  label,
  tabs,
}: {
  label: string;
  tabs: readonly { key: string; label: ReactNode; panel: ReactNode }[];
}) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(tabs[0]?.key);

  function move(event: KeyboardEvent) {
    const at = tabs.findIndex(({ key }) => key === current);
    const steps: Record<string, number> = {
      ArrowRight: (at + 1) % tabs.length,
      ArrowLeft: (at - 1 + tabs.length) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const to = steps[event.key];
    const tab = to === undefined ? undefined : tabs[to];
    if (to === undefined || !tab) return;
    event.preventDefault();
    setCurrent(tab.key);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus();
  }

  return (
    <>
      <div className="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map(({ key, label: text }) => (
          <button
            key={key}
            type="button"
            role="tab"
            className="tab"
            id={`${id}-tab-${key}`}
            aria-controls={`${id}-panel-${key}`}
            aria-selected={key === current}
            tabIndex={key === current ? 0 : -1}
            onClick={() => setCurrent(key)}
          >
            {text}
          </button>
        ))}
      </div>
      {tabs.map(({ key, panel }) => (
        <div
          key={key}
          role="tabpanel"
          id={`${id}-panel-${key}`}
          aria-labelledby={`${id}-tab-${key}`}
          hidden={key !== current}
          className="pt-4"
        >
          {panel}
        </div>
      ))}
    </>
  );
}
