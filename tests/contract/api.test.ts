import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account } from './calls/account.ts';
import { addresses } from './calls/addresses.ts';
import { apiKeys } from './calls/api-keys.ts';
import { bookings } from './calls/bookings.ts';
import { cart } from './calls/cart.ts';
import { catalog } from './calls/catalog.ts';
import { chat } from './calls/chat.ts';
import { closures } from './calls/closures.ts';
import { customers } from './calls/customers.ts';
import { deskOrders } from './calls/desk-orders.ts';
import { events } from './calls/events.ts';
import { figures } from './calls/figures.ts';
import { hours } from './calls/hours.ts';
import { imports } from './calls/imports.ts';
import { live } from './calls/live.ts';
import { locations } from './calls/locations.ts';
import { orders } from './calls/orders.ts';
import { payments } from './calls/payments.ts';
import { phones } from './calls/phones.ts';
import { plans } from './calls/plans.ts';
import { secondFactor } from './calls/second-factor.ts';
import { settings } from './calls/settings.ts';
import { signIn } from './calls/sign-in.ts';
import { slots } from './calls/slots.ts';
import { storefront } from './calls/storefront.ts';
import { system } from './calls/system.ts';
import { testimonials } from './calls/testimonials.ts';
import { translations } from './calls/translations.ts';
import { users } from './calls/users.ts';
import { webhooks } from './calls/webhooks.ts';
import { zones } from './calls/zones.ts';
import { closeShop, neverDone, neverRefused, openShop } from './shop.ts';

/** All calls are made in this one file: only a process that saw every call can say that none is missing. */

beforeAll(openShop);
afterAll(closeShop);

describe('the storefront', storefront);
describe('a cart', cart);
describe('an order', orders);
describe('a booking', bookings);
describe('payments', payments);
describe('the order desk', deskOrders);
describe('customers', customers);
describe('the catalog', catalog);
describe('plans', plans);
describe('places', locations);
describe('opening hours', hours);
describe('delivery zones', zones);
describe('closures', closures);
describe('slots', slots);
describe('phones', phones);
describe('figures and settings', settings);
describe('testimonials', testimonials);
describe('translations', translations);
describe('packages and themes', events);
describe('the chat', chat);
describe('figures of any range', figures);
describe('sign-in', signIn);
describe('the second step', secondFactor);
describe('users', users);
describe('API keys', apiKeys);
describe('webhooks', webhooks);
describe('the system', system);
describe('imports', imports);
describe('events', live);
describe('an account', account);
describe('addresses', addresses);

describe('the document', () => {
  it('has no operation that was not done here', () => {
    expect(neverDone()).toEqual([]);
  });

  it('has no operation with refusals of its own that was not refused here', () => {
    expect(neverRefused()).toEqual([]);
  });
});
