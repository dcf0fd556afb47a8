import { Notice } from '#components/ui/notice';

/** What does not leave the house, and how that is changed: whoever set up the shop may not know. */
export function ServiceNotice({ services }: { services: { email: boolean; sms: boolean } }) {
  if (services.email && services.sms) return null;
  const missing = services.email ? 'SMS' : services.sms ? 'mail' : 'mail and SMS';
  const variables = [
    ...(services.email ? [] : ['SMTP_URL']),
    ...(services.sms ? [] : ['TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM']),
  ].join(', ');
  return (
    <Notice title={`No service for ${missing} is set up`}>
      <p>
        What would go out that way is captured: you can read it in the outbox, nobody gets it. To send it, start the
        shop with {variables}.
      </p>
    </Notice>
  );
}
