'use client';

import { useState } from 'react';
import { Panel } from '#components/admin/shell/stat-tile';
import { Button } from '#components/ui/button';
import { LOOKS, type Look } from '#lib/look/tokens';
import { amendSettingAction } from '#lib/settings/actions';
import { useAction } from '../../use-action.ts';
import { useLeaveGuard } from '../../use-leave-guard.ts';
import { LookPreview, type PreviewShop } from './look-preview.tsx';
import { LOOK_WORDS } from './look-words.ts';

/** The looks side by side, and the shop itself in the one that is chosen, before anybody else sees it. */
export function LookForm({ look: saved, shop }: { look: Look; shop: PreviewShop }) {
  const [look, setLook] = useState(saved);
  const { run, busy } = useAction(amendSettingAction, { done: `The shop wears ${LOOK_WORDS[look].name}.` });
  useLeaveGuard(look !== saved);
  return (
    <div className="two-sides">
      <form
        aria-label="Look"
        onSubmit={(event) => {
          event.preventDefault();
          void run({ key: 'shop', value: { look } });
        }}
      >
        <Panel title="Look">
          <fieldset className="grid gap-3">
            <legend className="visually-hidden">Colors, letters and corners of the shop</legend>
            {LOOKS.map((one) => (
              <label key={one} className="choice look-choice">
                <input type="radio" name="look" value={one} checked={one === look} onChange={() => setLook(one)} />
                <span className="choice-text">
                  <span className="choice-title">{LOOK_WORDS[one].name}</span>
                  <span className="choice-note">{LOOK_WORDS[one].note}</span>
                </span>
                <span className="look-swatches" data-look={one} aria-hidden="true">
                  <b>Aa</b>
                  <i data-tone="accent" />
                  <i data-tone="touch" />
                  <i data-tone="plate" />
                </span>
              </label>
            ))}
          </fieldset>
          <div className="mt-4 flex flex-wrap items-center gap-3">
            <Button type="submit" busy={busy} disabled={look === saved}>
              Use this look
            </Button>
            {look === saved ? <p className="text-ink-soft">The shop wears it now.</p> : null}
          </div>
        </Panel>
      </form>
      <section className="grid content-start gap-3" aria-label="Preview">
        <h2 className="text-ink-soft">Your shop in this look</h2>
        <LookPreview look={look} shop={shop} />
      </section>
    </div>
  );
}
