'use client';

import { type ChangeEvent, memo } from 'react';

export type CellProps = {
  /** Its place among rows and columns, `row,column`. */
  at: string;
  label: string;
  text: string;
  planned: number;
  sold: number;
  closed: boolean;
  isOverride: boolean;
  isSold: boolean;
  isChanged: boolean;
  isLocked: boolean;
  isTabbable: boolean;
  /** Its column is the one a phone shows. */
  isOn: boolean;
  isMonday: boolean;
  error: string | undefined;
  onType: (event: ChangeEvent<HTMLInputElement>) => void;
};

/** One number of the plan, with what is sold of it beneath. Drawn anew only when something of its own changes. */
export const PlanCell = memo(function PlanCell(cell: CellProps) {
  const { at, sold, planned, closed, error } = cell;
  const share = planned === 0 ? 0 : Math.min(1, sold / planned);
  return (
    <td
      className="plan-cell"
      data-on={cell.isOn || undefined}
      data-monday={cell.isMonday || undefined}
      data-changed={cell.isChanged || undefined}
      data-closed={closed || undefined}
      data-own={cell.isOverride || undefined}
      data-off={!cell.isSold || undefined}
      data-none={planned === 0 || undefined}
      data-wrong={error !== undefined || undefined}
    >
      {cell.isLocked ? (
        <span className="plan-number">{cell.text}</span>
      ) : (
        <input
          className="plan-number"
          data-at={at}
          inputMode="numeric"
          autoComplete="off"
          maxLength={7}
          aria-label={cell.label}
          aria-describedby={error ? `plan-error-${at}` : `plan-facts-${at}`}
          aria-invalid={error ? true : undefined}
          tabIndex={cell.isTabbable ? 0 : -1}
          value={cell.text}
          onChange={cell.onType}
        />
      )}
      {error ? (
        <span className="visually-hidden" id={`plan-error-${at}`}>
          {error}
        </span>
      ) : null}
      <span className="plan-facts" id={`plan-facts-${at}`}>
        {closed ? 'closed' : sold > 0 ? `${planned - sold} left` : ''}
        {sold > 0 ? <span className="visually-hidden">, {sold} sold</span> : null}
      </span>
      <span className="plan-bar" aria-hidden="true" data-full={share === 1 || undefined}>
        {sold > 0 ? <span style={{ inlineSize: `${Math.round(share * 100)}%` }} /> : null}
      </span>
    </td>
  );
});
