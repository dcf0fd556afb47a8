'use client';

import { useEffect, useRef, useState } from 'react';
import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import { formatAmount } from '#lib/money';
import { countLocale } from '../figure.ts';
import type { TrendDay } from './trend.tsx';

const dayOf = (day: string, locale: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(new Date(`${day}T00:00:00Z`));

/**
 * What was ordered per day. Drawn only in the browser, once the width is known; beneath it stands the same as a table,
 * which is what a screen reader gets.
 */
export function SalesChart({ trend, currency, locale }: { trend: TrendDay[]; currency: string; locale: string }) {
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
  const amount = (value: number) => formatAmount(value, currency, locale);
  // Without the currency: above the drawing it is named already, and some take more room than the axis has.
  const short = new Intl.NumberFormat(countLocale(locale), { maximumFractionDigits: 0 });

  return (
    <div className="chart" ref={box} aria-hidden="true">
      {size ? (
        <BarChart
          width={size.width}
          height={size.height}
          data={trend}
          margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="day"
            tickFormatter={(day: string) => dayOf(day, locale, { day: 'numeric', month: 'short' })}
            tickLine={false}
            axisLine={{ stroke: 'var(--line)' }}
            tick={{ fill: 'var(--ink-soft)' }}
            minTickGap={28}
          />
          <YAxis
            width={52}
            tickFormatter={(value: number) => short.format(value)}
            tickLine={false}
            axisLine={false}
            tick={{ fill: 'var(--ink-soft)' }}
            tickCount={4}
          />
          <Tooltip
            cursor={{ fill: 'var(--sunk)' }}
            isAnimationActive={false}
            content={({ active, payload }) => {
              const day: TrendDay | undefined = active ? payload?.[0]?.payload : undefined;
              return day ? (
                <div className="chart-tip">
                  <p className="text-ink-soft">
                    {dayOf(day.day, locale, { weekday: 'long', day: 'numeric', month: 'long' })}
                  </p>
                  <p>
                    <strong>{amount(day.sold)}</strong> in {day.orders} {day.orders === 1 ? 'order' : 'orders'}
                  </p>
                </div>
              ) : null;
            }}
          />
          <Bar dataKey="sold" fill="var(--accent)" radius={[3, 3, 0, 0]} maxBarSize={28} isAnimationActive={false} />
        </BarChart>
      ) : null}
    </div>
  );
}
