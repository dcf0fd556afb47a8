import { Panel } from '#components/admin/shell/stat-tile';
import { Badge } from '#components/ui/badge';
import { Button, ButtonLink } from '#components/ui/button';
import type { OpeningRuleDto } from '#lib/promise/desk-output';
import { SeasonDialog } from './season-dialog.tsx';
import {
  capacityWords,
  cutoffWords,
  type DeskShop,
  PURPOSE,
  type Season,
  seasonKey,
  seasonWords,
  span,
  WEEKDAYS,
} from './words.ts';

type Purpose = 'pickup' | 'delivery';
type SeasonOfRules = Season & { rules: OpeningRuleDto[] };

/** The rules by season, what held since ever first. */
export function seasonsOf(rules: readonly OpeningRuleDto[]): SeasonOfRules[] {
  const seasons = new Map<string, SeasonOfRules>();
  for (const rule of rules) {
    const key = seasonKey(rule);
    const known = seasons.get(key);
    if (known) known.rules.push(rule);
    else seasons.set(key, { valid_from: rule.valid_from, valid_to: rule.valid_to, rules: [rule] });
  }
  return [...seasons.values()].sort((a, b) => ((a.valid_from ?? '') < (b.valid_from ?? '') ? -1 : 1));
}

export const weekHref = (placeId: string, purpose: Purpose, { valid_from, valid_to }: Season): string =>
  `/admin/places/${placeId}/hours?${new URLSearchParams({
    purpose,
    ...(valid_from && { from: valid_from }),
    ...(valid_to && { to: valid_to }),
  })}`;

const isOver = ({ valid_to }: Season, today: string) => valid_to !== null && valid_to < today;
const isOn = ({ valid_from, valid_to }: Season, today: string) =>
  (valid_from === null || valid_from <= today) && (valid_to === null || today <= valid_to);

function Week({ rules }: { rules: OpeningRuleDto[] }) {
  return (
    <dl className="hours-week">
      {WEEKDAYS.map((name, at) => {
        const windows = rules.filter(({ weekday }) => weekday === at + 1);
        return (
          <div key={name} data-closed={windows.length === 0}>
            <dt>{name}</dt>
            <dd>
              {windows.length === 0
                ? 'Closed'
                : windows.map((rule) => (
                    <p key={rule.id} className="week-window">
                      <strong className="num">
                        {rule.starts}–{rule.ends}
                      </strong>
                      <span>
                        every {span(rule.slot_minutes)}, {capacityWords(rule)}
                      </span>
                      <span className="text-ink-soft">{cutoffWords(rule.cutoff)}</span>
                    </p>
                  ))}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** The week of a place for one purpose, with its seasons. */
export function HoursPanel({
  placeId,
  purpose,
  rules,
  today,
  shop,
  mayChange,
}: {
  placeId: string;
  purpose: Purpose;
  rules: OpeningRuleDto[];
  today: string;
  shop: DeskShop;
  mayChange: boolean;
}) {
  const seasons = seasonsOf(rules).filter((season) => !isOver(season, today));
  const label = PURPOSE[purpose];
  return (
    <Panel
      title={`Hours for ${label.toLowerCase()}`}
      actions={
        mayChange && seasons.length > 0 ? (
          <SeasonDialog
            placeId={placeId}
            purpose={purpose}
            today={today}
            trigger={
              <Button variant="quiet" size="sm" icon="plus">
                Add a season
              </Button>
            }
          />
        ) : null
      }
    >
      {seasons.length === 0 ? (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-ink-soft">No hours: nobody can choose a time for {label.toLowerCase()} here.</p>
          {mayChange ? (
            <ButtonLink
              variant="secondary"
              size="sm"
              href={weekHref(placeId, purpose, { valid_from: null, valid_to: null })}
            >
              Set the hours
            </ButtonLink>
          ) : null}
        </div>
      ) : (
        <div className="rows">
          {seasons.map((season) => (
            <section key={seasonKey(season)} aria-label={`${label}, ${seasonWords(season, shop.locale)}`}>
              <div className="season-head">
                <h3>{seasonWords(season, shop.locale)}</h3>
                {seasons.length > 1 && isOn(season, today) ? <Badge tone="accent">Now</Badge> : null}
                {mayChange ? (
                  <ButtonLink variant="secondary" size="sm" icon="pencil" href={weekHref(placeId, purpose, season)}>
                    Edit
                    <span className="visually-hidden">
                      {' '}
                      the hours for {label.toLowerCase()}, {seasonWords(season, shop.locale)}
                    </span>
                  </ButtonLink>
                ) : null}
              </div>
              <Week rules={season.rules} />
            </section>
          ))}
        </div>
      )}
    </Panel>
  );
}
