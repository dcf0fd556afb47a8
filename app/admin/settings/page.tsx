import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ChatForm } from '#components/admin/settings/chat-form';
import { CheckoutForm } from '#components/admin/settings/checkout-form';
import { DemoMark } from '#components/admin/settings/demo-mark';
import { PaymentsForm } from '#components/admin/settings/payments-form';
import { PrivacyForm } from '#components/admin/settings/privacy-form';
import { SecurityForm } from '#components/admin/settings/security-form';
import { ShopForm } from '#components/admin/settings/shop-form';
import { PageHeader } from '#components/admin/shell/page-header';
import { Badge } from '#components/ui/badge';
import { TabLinks } from '#components/ui/tabs';
import { countWithoutSecondFactor } from '#lib/auth/staff-queries';
import { env } from '#lib/env';
import { staffPage } from '#lib/http/page';
import { fromMinor } from '#lib/money';
import { countryChoices, currencyChoices, timeZoneChoices } from '#lib/settings/choices';
import { getSettings } from '#lib/settings/queries';
import { twilioAccount } from '#lib/sms/twilio';
import { listWebhooks } from '#lib/webhooks/queries';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage() {
  const ctx = await staffPage();
  // Staff have no business here, and no link leads them here.
  if (ctx.actor.role !== 'admin') notFound();
  const [{ shop, checkout, payments, demo, privacy, security, chat }, webhooks, withoutSecondFactor] =
    await Promise.all([getSettings(ctx), listWebhooks(ctx), countWithoutSecondFactor(ctx)]);
  const off = webhooks.items.filter(({ state }) => state === 'switched_off').length;
  const { phone_check: check } = checkout;
  const options = payments.options.map((option) => ({
    ...option,
    max_total: option.max_total === null ? null : fromMinor(option.max_total),
  }));

  const choices = {
    countries: countryChoices(shop.country, shop.locale),
    currencies: currencyChoices(shop.currency, shop.locale),
    timeZones: timeZoneChoices(shop.time_zone, shop.locale),
  };

  return (
    <>
      <PageHeader title="Settings" />
      <div className="grid max-w-4xl gap-5">
        <TabLinks
          isWrapping
          label="Parts of the settings"
          tabs={[
            { href: '#shop', label: 'Shop' },
            { href: '#checkout', label: 'Checkout' },
            { href: '#payments', label: 'Payments' },
            { href: '/admin/settings/look', label: 'Look' },
            { href: '#privacy', label: 'Privacy' },
            { href: '#security', label: 'Security' },
            { href: '#chat', label: 'Chat' },
            { href: '/admin/settings/messages', label: 'Messages' },
            { href: '/admin/places', label: 'Hours and delivery' },
            { href: '/admin/settings/users', label: 'Colleagues' },
            { href: '/admin/settings/api-keys', label: 'API keys' },
            {
              href: '/admin/settings/webhooks',
              label: off > 0 ? <OffWebhooks count={off} /> : 'Webhooks',
            },
          ]}
        />
        {demo.is_demo ? <DemoMark /> : null}
        <ShopForm shop={shop} choices={choices} />
        <CheckoutForm
          checkout={{
            ...checkout,
            phone_check: { ...check, above: check.above === null ? null : fromMinor(check.above) },
          }}
          currency={shop.currency}
          country={shop.country}
          hasSms={twilioAccount(env()) !== null}
        />
        <PaymentsForm payments={{ ...payments, options }} currency={shop.currency} />
        <PrivacyForm privacy={privacy} />
        <SecurityForm security={security} without={withoutSecondFactor} />
        <ChatForm chat={chat} />
      </div>
    </>
  );
}

function OffWebhooks({ count }: { count: number }) {
  return (
    <>
      Webhooks <Badge tone="bad">{count} off</Badge>
    </>
  );
}
