import { Icon } from '#components/ui/icons';
import type { ShellShop } from '#lib/look/shell';

/** Who we are, where, and when: the end of the home page. */
export function Visit({ shell, about }: { shell: ShellShop; about: string }) {
  const { openingLine, hours, addressLines, phone, email } = shell;
  return (
    <div className="visit">
      <div className="visit-about">
        {about.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <div className="visit-facts">
        {openingLine ? (
          <p className="visit-open">
            <span className="dot" data-tone={openingLine.isOpen ? 'good' : 'plain'} aria-hidden="true" />
            {openingLine.text}
          </p>
        ) : null}
        {hours ? (
          <dl className="hours">
            {hours.map(({ days, times }) => (
              <div key={days}>
                <dt>{days}</dt>
                <dd>{times}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        <address>
          {addressLines.length > 0 ? (
            <span>
              <Icon name="pin" size={18} />
              {addressLines.join(', ')}
            </span>
          ) : null}
          {phone ? (
            <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
              <Icon name="phone" size={18} />
              {phone}
            </a>
          ) : null}
          {email ? (
            <a href={`mailto:${email}`}>
              <Icon name="mail" size={18} />
              {email}
            </a>
          ) : null}
        </address>
      </div>
    </div>
  );
}
