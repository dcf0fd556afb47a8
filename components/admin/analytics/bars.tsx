'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { Bar, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts';
import { short, type Unit, written } from './words.ts';

export type Series = { key: string; name: string; tone: 'main' | 'other' | 'soft'; as?: 'line'; stack?: true };
export type BarsRow = { label: string; title: string; values: Record<string, number | null> };
export type BarsProps = {
  title: string;
  rows: readonly BarsRow[];
  series: readonly Series[];
  unit: Unit;
  locale: string;
  /** Bars that lie, with their names beside them. */
  isLying?: boolean;
};

const COLOR = { main: 'var(--accent)', other: 'var(--touch-bar)', soft: 'var(--edge)' };
const TICK = { fill: 'var(--ink-soft)' };
const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

function useSize() {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: Math.floor(entry.contentRect.width), height: Math.floor(entry.contentRect.height) });
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return { box, size };
}

/** In bars that lie the library walks upwards by the right arrow; here down is on, as one reads. */
const TURNED: Record<string, string> = {
  ArrowDown: 'ArrowLeft',
  ArrowRight: 'ArrowLeft',
  ArrowUp: 'ArrowRight',
  ArrowLeft: 'ArrowRight',
};

function useTurnedKeys(box: RefObject<HTMLDivElement | null>, isLying: boolean) {
  useEffect(() => {
    const drawing = box.current;
    if (!drawing || !isLying) return;
    const turn = (event: KeyboardEvent) => {
      const key = event.isTrusted ? TURNED[event.key] : undefined;
      if (key === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      event.target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    };
    drawing.addEventListener('keydown', turn, { capture: true });
    return () => drawing.removeEventListener('keydown', turn, { capture: true });
  }, [box, isLying]);
}

/** Which entry the pointer or the arrow keys are at, in the words of the table below. */
function Tip({ row, series, unit, locale }: { row: BarsRow } & Pick<BarsProps, 'series' | 'unit' | 'locale'>) {
  return (
    <div className="chart-tip" role="status">
      <p className="text-ink-soft">{row.title}</p>
      {series.map(({ key, name, tone, as }) => {
        const value = row.values[key];
        return value === null || value === undefined ? null : (
          <p key={key} className="chart-tip-line">
            <span className="swatch" data-tone={tone} data-as={as} aria-hidden="true" />
            {name} <strong data-figure={key}>{written(value, unit, locale)}</strong>
          </p>
        );
      })}
    </div>
  );
}

/**
 * Bars, and lines over them. The arrow keys walk from bar to bar; nothing moves by itself. What it says stands in the
 * table beneath it too.
 */
export function Bars({ title, rows, series, unit, locale, isLying = false }: BarsProps) {
  const { box, size } = useSize();
  useTurnedKeys(box, isLying);
  const data = rows.map((row) => ({ ...row.values, row, name: row.label }));
  const names = { dataKey: 'name', tickLine: false, tick: TICK } as const;
  const values = {
    tickFormatter: (value: number) => short(value, unit, locale),
    tickLine: false,
    axisLine: false,
    tick: TICK,
    tickCount: 4,
    allowDecimals: unit.kind !== 'count',
  } as const;
  const isNarrow = (size?.width ?? 0) < 480;

  return (
    <div className="chart bars" ref={box} style={isLying ? { height: `${rows.length * 2.1 + 2}rem` } : undefined}>
      {size ? (
        <ComposedChart
          width={size.width}
          height={size.height}
          data={data}
          layout={isLying ? 'vertical' : 'horizontal'}
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
          title={`${title}. The arrow keys walk through it; the same stands in the table below.`}
          barCategoryGap="18%"
        >
          <CartesianGrid vertical={isLying} horizontal={!isLying} stroke="var(--line)" />
          {isLying ? (
            <>
              <XAxis type="number" {...values} />
              <YAxis
                type="category"
                {...names}
                width={isNarrow ? 116 : 190}
                axisLine={{ stroke: 'var(--line)' }}
                tickFormatter={(name: string) => cut(name, isNarrow ? 15 : 26)}
                interval={0}
              />
            </>
          ) : (
            <>
              <XAxis {...names} axisLine={{ stroke: 'var(--line)' }} minTickGap={24} />
              <YAxis width={44} {...values} />
            </>
          )}
          <Tooltip
            cursor={{ fill: 'var(--sunk)', stroke: 'none' }}
            isAnimationActive={false}
            content={({ active, payload }) => {
              const row: BarsRow | undefined = active ? payload?.[0]?.payload?.row : undefined;
              return row ? <Tip row={row} series={series} unit={unit} locale={locale} /> : null;
            }}
          />
          {series.map(({ key, tone, as, stack }, at) =>
            as === 'line' ? (
              <Line
                key={key}
                dataKey={key}
                stroke="var(--ink-soft)"
                strokeWidth={2}
                strokeDasharray="5 4"
                dot={rows.length === 1}
                activeDot={{ r: 3.5, fill: 'var(--ink-soft)' }}
                isAnimationActive={false}
              />
            ) : (
              <Bar
                key={key}
                dataKey={key}
                fill={COLOR[tone]}
                stackId={stack ? 'stack' : undefined}
                radius={stack && at < series.length - 1 ? 0 : isLying ? [0, 3, 3, 0] : [3, 3, 0, 0]}
                maxBarSize={isLying ? 16 : 36}
                isAnimationActive={false}
              />
            ),
          )}
        </ComposedChart>
      ) : null}
    </div>
  );
}
