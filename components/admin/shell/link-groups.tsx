import { Fragment, type ReactNode } from 'react';
import { type DeskLink, groupsFor } from './nav.ts';

/** The navigation in its groups, each under its name; who may not see a page is not shown the way. */
export const LinkGroups = ({ role, link }: { role: string; link: (link: DeskLink) => ReactNode }) =>
  groupsFor(role).map(({ name, links }) =>
    name === undefined ? (
      <Fragment key="">{links.map(link)}</Fragment>
    ) : (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
      <div key={name} role="group" aria-label={name} className="contents">
        <p className="desk-group" aria-hidden="true">
          {name}
        </p>
        {links.map(link)}
      </div>
    ),
  );
