'use client';

import type { z } from 'zod';
import { FieldError } from '#components/ui/field';
import type { createApiKeyInput } from '#lib/auth/key-input';
import { SCOPE_TEXT, SCOPES } from '#lib/auth/scopes';
import type { ActionForm } from '../../use-action-form.ts';
import { areaLabel, DEED } from './words.ts';

const areas = [...Map.groupBy(SCOPES, (scope) => scope.split(':')[0] ?? '')];

/** A line per area with a box for each of its scopes. */
export function ScopeFields({ form }: { form: ActionForm<z.input<typeof createApiKeyInput>> }) {
  const { id, error, ...box } = form.field('scopes');
  return (
    <fieldset id={id} className="field" tabIndex={-1} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="field-label mb-1">It may</legend>
      <div className="scopes">
        {areas.map(([area, scopes]) => (
          <div key={area}>
            <span aria-hidden="true">{areaLabel(area)}</span>
            <span className="scope-boxes">
              {scopes.map((scope) => (
                <label key={scope} className="tick" title={SCOPE_TEXT[scope]}>
                  <input type="checkbox" value={scope} aria-label={`${scope}: ${SCOPE_TEXT[scope]}`} {...box} />
                  <span aria-hidden="true">{DEED[scope.split(':')[1] ?? '']}</span>
                </label>
              ))}
            </span>
          </div>
        ))}
      </div>
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </fieldset>
  );
}
