import type { BookingKind, NoticeKind, NoticeText } from '../rules.ts';
import { BOOKING_EN } from './booking-en.ts';

const ORDERS: Record<Exclude<NoticeKind, BookingKind>, NoticeText> = {
  customer_order_placed: {
    subject: 'Your order {order_number} at {shop}',
    body: `Hello {customer},

thank you, your order has reached us.

Order {order_number}
{items}
Total: {total}

When: {slot}
Where: {place}

To pay: {due}
{pay}
Please pay by {pay_until}.

See where it stands, change it or cancel it:
{link}

Warm regards
{shop}`,
    sms: '{shop}: thank you, your order {order_number} has reached us. {slot} {link}',
  },
  customer_order_changed: {
    subject: 'Changed: your order {order_number}',
    body: `Hello {customer},

your order {order_number} has been changed. This is how it stands now:

{items}
Total: {total}

When: {slot}
Where: {place}

To pay: {due}
{pay}
Please pay by {pay_until}.

Your order:
{link}

If something is not as you want it, just reply to this message or call us.

Warm regards
{shop}`,
    sms: '{shop}: your order {order_number} has been changed. {slot} {link}',
  },
  customer_order_confirmed: {
    subject: 'Confirmed: your order {order_number}',
    body: `Hello {customer},

good news: your order {order_number} is confirmed.

When: {slot}
Where: {place}

{items}
Total: {total}

To pay: {due}
{pay}
Please pay by {pay_until}.

Your order:
{link}

Warm regards
{shop}`,
    sms: '{shop}: your order {order_number} is confirmed. {slot} {link}',
  },
  customer_order_ready: {
    subject: 'Ready: your order {order_number}',
    body: `Hello {customer},

your order {order_number} is ready for you.

When: {slot}
Where: {place}

To pay: {due}
{pay}

Your order:
{link}

See you soon
{shop}`,
    sms: '{shop}: your order {order_number} is ready. {slot} {place}',
  },
  customer_order_cancelled: {
    subject: 'Canceled: your order {order_number}',
    body: `Hello {customer},

your order {order_number} has been canceled.
Reason: {reason}

{items}
Total: {total}

If that surprises you, just reply to this message or call us.
{link}

Warm regards
{shop}`,
    sms: '{shop}: your order {order_number} has been canceled. Questions? Just call us.',
  },
  customer_payment_due: {
    subject: 'A reminder: {due} for your order {order_number}',
    body: `Hello {customer},

your order {order_number} is waiting for its payment.

To pay: {due}
{pay}
Please pay by {pay_until}; after that we can no longer keep it for you.

When: {slot}
Where: {place}

If you have just paid, thank you, there is nothing more to do. You can also tell us here:
{link}

Warm regards
{shop}`,
    sms: '{shop}: please pay {due} for your order {order_number} by {pay_until}. {link}',
  },
  customer_payment_received: {
    subject: 'Payment received for your order {order_number}',
    body: `Hello {customer},

thank you, we have received {amount} for your order {order_number}.
Still to pay: {due}

When: {slot}
Where: {place}

Your order:
{link}

Warm regards
{shop}`,
    sms: '{shop}: thank you, we have received {amount} for your order {order_number}.',
  },
  staff_order_placed: {
    subject: 'New order {order_number}: {customer}, {total}',
    body: `{customer}, {phone}
{slot}
{place}

{items}
Total: {total}
To pay: {due}

Note: {note}

{link}`,
  },
  staff_order_changed: {
    subject: 'Changed: order {order_number} of {customer}',
    body: `{customer}, {phone}, has changed order {order_number}.
{changes}

Now it is:
{slot}
{place}

{items}
Total: {total}
To pay: {due}

Note: {note}

{link}`,
  },
  staff_order_cancelled: {
    subject: 'Canceled: order {order_number} of {customer}',
    body: `Order {order_number} of {customer}, {phone}, has been canceled.
Reason: {reason}

It was for: {slot}
{items}
Total: {total}

{link}`,
  },
  staff_payment_received: {
    subject: 'Paid: {amount} for order {order_number}',
    body: `{amount} have come in for order {order_number} of {customer}.
Still to pay: {due}

{link}`,
  },
  staff_low_stock: {
    subject: 'Running low: {product}, {left} left',
    body: `There are only {left} left of {product}.

Add stock, or take it off the shelf:
{link}`,
  },
  staff_backup_failed: {
    subject: 'No backup of {shop}',
    body: `The last backup of {shop} came to nothing, or cannot be restored.

Why, and a button that makes another one:
{link}`,
  },
  staff_webhook_disabled: {
    subject: 'Switched off: the webhook to {host}',
    body: `Nothing has arrived at {host} for a day, so {shop} has stopped sending there.

What was not delivered, and how to start it again:
{link}`,
  },
  staff_alarm_raised: {
    subject: '{shop}: {alarm}',
    body: `{problem}

{advice}

How the shop is:
{link}

This is said once. Another message follows when it is over.`,
  },
  staff_alarm_ended: {
    subject: 'Over: {alarm}',
    body: `What began on {since} is over: {alarm}.

How the shop is:
{link}`,
  },
  customer_chat_unread: {
    subject: '{shop} has answered you',
    body: `Hello {visitor},

you wrote to us on our page and were gone when we answered:

{messages}

Go on with the conversation here:
{link}

Warm regards
{shop}`,
  },
  staff_chat_unread: {
    subject: 'Waiting in the chat: {visitor}',
    body: `A visitor is waiting for an answer in the chat.

{visitor}
{messages}

{link}`,
  },
};

export const EN: Record<NoticeKind, NoticeText> = { ...ORDERS, ...BOOKING_EN };
