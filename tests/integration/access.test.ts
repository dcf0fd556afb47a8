import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import type { Role } from '#db/enums';
import { authSessions, users } from '#db/schema/auth';
import { database } from '#lib/database';
import { fieldsOf } from '#lib/http/contract';
import { CONTRACTS } from '#lib/http/openapi/registry';
import { call, tokenOf } from '#tests/support/api';

/**
 * Who may call: everybody, whoever holds the key of a cart or an order, somebody signed in, a customer, staff about their
 * own login, staff, admins.
 */
type Who = 'anyone' | 'cart' | 'order' | 'signed-in' | 'customer' | 'login' | 'staff' | 'admin';

const ENDPOINTS: Record<string, Who> = {
  getShop: 'anyone',
  listProducts: 'anyone',
  listBestsellers: 'anyone',
  getProduct: 'anyone',
  listCategories: 'anyone',
  quoteDelivery: 'anyone',
  listSlots: 'anyone',
  getAvailability: 'anyone',
  streamEvents: 'anyone',
  getHealth: 'anyone',
  getReadiness: 'anyone',
  getOpenApi: 'anyone',
  signIn: 'anyone',
  staffSignIn: 'anyone',
  refreshTokens: 'anyone',
  register: 'anyone',
  confirmRegistration: 'anyone',
  forgotPassword: 'anyone',
  resetPassword: 'anyone',
  confirmEmail: 'anyone',
  getAccount: 'customer',
  updateAccount: 'customer',
  confirmOwnPhone: 'customer',
  listOwnOrders: 'customer',
  reorder: 'customer',
  listOwnAddresses: 'customer',
  addOwnAddress: 'customer',
  updateOwnAddress: 'customer',
  removeOwnAddress: 'customer',
  exportOwnData: 'customer',
  eraseOwnData: 'customer',
  signOut: 'anyone',
  sendPhoneCode: 'anyone',
  confirmPhone: 'anyone',
  signOutEverywhere: 'signed-in',
  getMe: 'signed-in',
  getCart: 'cart',
  getCartBySession: 'cart',
  addToCart: 'cart',
  changeCartItem: 'cart',
  removeCartItem: 'cart',
  clearCart: 'cart',
  placeOrder: 'anyone',
  trackOrder: 'anyone',
  trackOrderByQuery: 'anyone',
  getOwnOrder: 'order',
  cancelOwnOrder: 'order',
  changeOwnOrder: 'order',
  claimPayment: 'order',
  getTransferQr: 'order',
  getOrderCalendar: 'order',
  listDeskProducts: 'staff',
  createProduct: 'staff',
  getDeskProduct: 'staff',
  replaceProduct: 'staff',
  updateProduct: 'staff',
  archiveProduct: 'staff',
  restoreProduct: 'staff',
  addProductImage: 'staff',
  orderProductImages: 'staff',
  describeProductImage: 'staff',
  removeProductImage: 'staff',
  adjustProductStock: 'staff',
  adjustVariantStock: 'staff',
  listStockMovements: 'staff',
  getPlans: 'staff',
  setPlans: 'staff',
  listDeskCategories: 'staff',
  listTestimonials: 'anyone',
  listDeskTestimonials: 'staff',
  createTestimonial: 'staff',
  replaceTestimonial: 'staff',
  updateTestimonial: 'staff',
  archiveTestimonial: 'staff',
  restoreTestimonial: 'staff',
  createCategory: 'staff',
  getDeskCategory: 'staff',
  replaceCategory: 'staff',
  updateCategory: 'staff',
  archiveCategory: 'staff',
  restoreCategory: 'staff',
  searchDesk: 'staff',
  listArrivals: 'staff',
  listOrders: 'staff',
  listOrdersOlder: 'staff',
  placeDeskOrder: 'staff',
  getOrder: 'staff',
  changeOrderStatus: 'staff',
  updateOrder: 'staff',
  replaceOrder: 'staff',
  recordPayment: 'staff',
  refundPayment: 'staff',
  confirmPayment: 'staff',
  rejectPayment: 'staff',
  listPayments: 'staff',
  getPaymentProof: 'staff',
  exportOrders: 'staff',
  getDaySheet: 'staff',
  listCustomers: 'staff',
  createCustomer: 'staff',
  getCustomer: 'staff',
  updateCustomer: 'staff',
  replaceCustomer: 'staff',
  archiveCustomer: 'staff',
  restoreCustomer: 'staff',
  mergeCustomers: 'staff',
  exportCustomer: 'admin',
  eraseCustomer: 'admin',
  getDashboard: 'staff',
  getSales: 'staff',
  getProductFigures: 'staff',
  getCustomerFigures: 'staff',
  getSlotFigures: 'staff',
  exportFigures: 'staff',
  listUsers: 'admin',
  createUser: 'admin',
  getUser: 'admin',
  updateUser: 'admin',
  deactivateUser: 'admin',
  setUserPassword: 'admin',
  resetUserSecondFactor: 'admin',
  changePassword: 'staff',
  getSecondFactor: 'login',
  startSecondFactor: 'login',
  confirmSecondFactor: 'login',
  renewRecoveryCodes: 'login',
  endSecondFactor: 'login',
  listAudit: 'admin',
  listOutbox: 'admin',
  listJobs: 'admin',
  retryJob: 'admin',
  getMetrics: 'admin',
  listLocations: 'staff',
  getLocation: 'staff',
  listOpeningRules: 'staff',
  getOpeningRule: 'staff',
  listClosures: 'staff',
  getClosure: 'staff',
  listDeskZones: 'staff',
  getDeskZone: 'staff',
  listDeskSlots: 'staff',
  getDeskSlot: 'staff',
  createLocation: 'admin',
  replaceLocation: 'admin',
  updateLocation: 'admin',
  archiveLocation: 'admin',
  restoreLocation: 'admin',
  createOpeningRule: 'admin',
  replaceOpeningRule: 'admin',
  updateOpeningRule: 'admin',
  removeOpeningRule: 'admin',
  createClosure: 'admin',
  replaceClosure: 'admin',
  updateClosure: 'admin',
  endClosure: 'admin',
  removeClosure: 'admin',
  createZone: 'admin',
  replaceZone: 'admin',
  updateZone: 'admin',
  archiveZone: 'admin',
  restoreZone: 'admin',
  changeSlot: 'admin',
  getSetting: 'admin',
  changeSetting: 'admin',
  setShopPicture: 'admin',
  removeShopPicture: 'admin',
  listApiKeys: 'admin',
  createApiKey: 'admin',
  revokeApiKey: 'admin',
  listWebhooks: 'admin',
  createWebhook: 'admin',
  getWebhook: 'admin',
  updateWebhook: 'admin',
  removeWebhook: 'admin',
  rotateWebhookSecret: 'admin',
  testWebhook: 'admin',
  listWebhookDeliveries: 'admin',
  replayWebhookDelivery: 'admin',
  checkImport: 'admin',
  listImports: 'admin',
  getImport: 'admin',
  applyImport: 'admin',
  exportImportErrors: 'admin',
  getImportTemplate: 'admin',
  exportKind: 'admin',
};

/** Every exported action, by the folder of its module. */
const ACTIONS: Record<string, Who> = {
  'auth/changePasswordAction': 'signed-in',
  'auth/confirmSecondFactorAction': 'login',
  'auth/createStaffAction': 'admin',
  'auth/endSecondFactorAction': 'login',
  'auth/renewRecoveryCodesAction': 'login',
  'auth/resetSecondFactorAction': 'admin',
  'auth/startSecondFactorAction': 'login',
  'auth/setStaffPasswordAction': 'admin',
  'auth/createApiKeyAction': 'admin',
  'auth/revokeApiKeyAction': 'admin',
  'account/addReorderAction': 'customer',
  'account/changeDetailsAction': 'customer',
  'account/changePasswordAction': 'customer',
  'account/completeAccountAction': 'signed-in',
  'account/confirmEmailAction': 'anyone',
  'account/confirmPhoneAction': 'customer',
  'account/confirmRegistrationAction': 'anyone',
  'account/forgotPasswordAction': 'anyone',
  'account/registerAction': 'anyone',
  'account/removeAddressAction': 'customer',
  'account/resetPasswordAction': 'anyone',
  'account/saveAddressAction': 'customer',
  'account/signInAction': 'anyone',
  'account/signOutCustomerAction': 'anyone',
  'auth/signOutEverywhereAction': 'signed-in',
  'auth/updateStaffAction': 'admin',
  'cart/addToCartAction': 'cart',
  'cart/changeCartAction': 'cart',
  'cart/readCartAction': 'cart',
  'catalog/archiveCategoryAction': 'staff',
  'catalog/archiveProductAction': 'staff',
  'catalog/createCategoryAction': 'staff',
  'catalog/createProductAction': 'staff',
  'catalog/describeProductImageAction': 'staff',
  'catalog/findDeskProductsAction': 'staff',
  'catalog/orderCategoriesAction': 'staff',
  'catalog/orderProductImagesAction': 'staff',
  'catalog/removeProductImageAction': 'staff',
  'catalog/restoreCategoryAction': 'staff',
  'catalog/restoreProductAction': 'staff',
  'catalog/updateCategoryAction': 'staff',
  'catalog/updateProductAction': 'staff',
  'content/archivePageAction': 'staff',
  'content/archiveTestimonialAction': 'staff',
  'content/createTestimonialAction': 'staff',
  'content/restoreTestimonialAction': 'staff',
  'content/updateTestimonialAction': 'staff',
  'content/orderTestimonialsAction': 'staff',
  'content/createPageAction': 'staff',
  'content/orderPagesAction': 'staff',
  'content/previewPageAction': 'staff',
  'content/restorePageAction': 'staff',
  'content/updatePageAction': 'staff',
  'customers/addAddressAction': 'staff',
  'customers/archiveCustomerAction': 'staff',
  'customers/createCustomerAction': 'staff',
  'customers/mergeCustomersAction': 'staff',
  'customers/removeAddressAction': 'staff',
  'customers/restoreCustomerAction': 'staff',
  'customers/updateAddressAction': 'staff',
  'customers/updateCustomerAction': 'staff',
  'jobs/retryJobAction': 'admin',
  'imports/applyImportAction': 'admin',
  'notices/changeNoticeTextAction': 'admin',
  'notices/changeNoticeWaysAction': 'admin',
  'notices/retryNoticeAction': 'admin',
  'orders/addOrderNoteAction': 'staff',
  'orders/cancelOrderAction': 'staff',
  'orders/changeOrderAction': 'staff',
  'orders/confirmPaymentAction': 'staff',
  'orders/findCustomersAction': 'staff',
  'orders/findOrderSlotsAction': 'staff',
  'orders/findProductsAction': 'staff',
  'orders/moveOrderAction': 'staff',
  'orders/moveOrdersAction': 'staff',
  'orders/placeDeskOrderAction': 'staff',
  'orders/quoteDeskDeliveryAction': 'anyone',
  'orders/quoteOrderChangeAction': 'staff',
  'orders/recordPaymentAction': 'staff',
  'orders/refundPaymentAction': 'staff',
  'orders/rejectPaymentAction': 'staff',
  'orders/tickOrdersAction': 'staff',
  'privacy/eraseCustomerAction': 'admin',
  'privacy/eraseOwnDataAction': 'customer',
  'promise/archiveLocationAction': 'admin',
  'promise/archiveZoneAction': 'admin',
  'promise/changeSlotAction': 'admin',
  'promise/closeShopAction': 'admin',
  'promise/endClosureAction': 'admin',
  'promise/listDependentsAction': 'staff',
  'promise/previewPromiseAction': 'staff',
  'promise/readSlotAction': 'staff',
  'promise/removeClosureAction': 'admin',
  'promise/restoreLocationAction': 'admin',
  'promise/restoreZoneAction': 'admin',
  'promise/saveClosureAction': 'admin',
  'promise/saveLocationAction': 'admin',
  'promise/saveWeekAction': 'admin',
  'promise/saveZoneAction': 'admin',
  'promise/startSeasonAction': 'admin',
  'settings/amendSettingAction': 'admin',
  'settings/changeSettingAction': 'admin',
  'settings/removeShopPictureAction': 'admin',
  'stock/adjustStockAction': 'staff',
  'stock/setPlansAction': 'staff',
  'webhooks/createWebhookAction': 'admin',
  'webhooks/removeWebhookAction': 'admin',
  'webhooks/replayDeliveryAction': 'admin',
  'webhooks/rotateWebhookSecretAction': 'admin',
  'webhooks/testWebhookAction': 'admin',
  'webhooks/updateWebhookAction': 'admin',
};

/** How a command authorises in its first lines. */
const GUARDS = [
  /requireRole\(ctx, '(staff|admin)'\)/,
  /requireCustomer\(ctx\)/,
  /requireOwnLogin\(ctx\)/,
  /DomainError\('AUTH_002'\)/,
  /\/\/ Open to (everybody|staff only):/,
];
/** Pieces that commands call with the right already proven; nothing at a door does. */
const PORTS = /^(audit|media)\//;

const tokens: Partial<Record<Role, string>> = {};
beforeAll(async () => {
  for (const role of ['customer', 'staff', 'admin'] as const) tokens[role] = (await tokenOf(role)).token;
});

/** The address with ids that lead nowhere. */
const addressOf = (path: string) =>
  path
    .replace('{number}', 'BAR-20260101-001')
    .replace(/\{(session|key)\}/, 'demo')
    .replace('{kind}', 'products')
    .replace(/\{\w+\}/g, () => newId());

async function codeFor(id: string, token?: string, headers: Record<string, string> = {}) {
  const contract = CONTRACTS.find((candidate) => candidate.id === id);
  if (!contract) throw new Error(`no contract ${id}`);
  const body = contract.body && contract.accepts !== 'multipart' ? { body: {} } : {};
  const answer = await call(contract.method, addressOf(contract.path), { ...body, token, headers });
  expect(answer.status, `${id} ${answer.text}`).toBeLessThan(500);
  return { status: answer.status, code: answer.body.error?.code };
}

const mayNot = ['AUTH_002', 'AUTH_003', 'AUTH_005'];

describe('endpoints', () => {
  it('are all in the table', () => {
    expect(Object.keys(ENDPOINTS).sort()).toEqual(CONTRACTS.map(({ id }) => id).sort());
  });

  it.each(Object.entries(ENDPOINTS))('%s is for %s', async (id, who) => {
    if (id === 'getReadiness') return;
    const forVisitor = await codeFor(id);
    if (who === 'login' || who === 'staff' || who === 'admin') {
      expect(forVisitor).toEqual({ status: 401, code: 'AUTH_002' });
      expect(await codeFor(id, tokens.customer)).toEqual({ status: 403, code: 'AUTH_003' });
      const forStaff = await codeFor(id, tokens.staff);
      if (who === 'admin') expect(forStaff).toEqual({ status: 403, code: 'AUTH_003' });
      else expect(mayNot).not.toContain(forStaff.code);
      if (who === 'admin') expect(mayNot).not.toContain((await codeFor(id, tokens.admin)).code);
    } else if (who === 'signed-in') {
      expect(forVisitor).toEqual({ status: 401, code: 'AUTH_002' });
    } else if (who === 'customer') {
      expect(forVisitor).toEqual({ status: 401, code: 'AUTH_002' });
      expect(await codeFor(id, tokens.staff)).toEqual({ status: 403, code: 'AUTH_003' });
      expect(mayNot).not.toContain((await codeFor(id, tokens.customer)).code);
    } else if (who === 'order') {
      for (const key of ['', 'wrong']) {
        expect((await codeFor(id, undefined, { 'barrow-order-key': key })).status).toBe(404);
      }
    } else if (who === 'cart') {
      const wrong = await codeFor(id, undefined, { 'barrow-cart': 'wrong' });
      expect([id, wrong.status]).toEqual([id, id === 'addToCart' ? 422 : 410]);
    } else {
      expect(
        forVisitor.code === undefined ||
          ['refreshTokens', 'resetPassword', 'confirmRegistration', 'confirmEmail'].includes(id) ||
          !mayNot.includes(forVisitor.code),
      ).toBe(true);
    }
  });

  it.each(['no.such.token', 'eyJhbGciOiJub25lIn0.eyJzaWQiOiIwIn0.'])('take %s for nobody', async (token) => {
    for (const id of ['listOrders', 'getMe', 'getSetting', 'placeOrder']) {
      expect(await codeFor(id, token)).toEqual({ status: 401, code: 'AUTH_002' });
    }
  });

  it('shut out at once who was signed out, dismissed, or has a new password', async () => {
    const { db } = database();
    const changes = [
      (who: Awaited<ReturnType<typeof tokenOf>>) =>
        db.update(authSessions).set({ revokedAt: new Date() }).where(eq(authSessions.id, who.sessionId)),
      (who: Awaited<ReturnType<typeof tokenOf>>) =>
        db.update(users).set({ isActive: false }).where(eq(users.id, who.userId)),
      (who: Awaited<ReturnType<typeof tokenOf>>) =>
        db.update(users).set({ sessionVersion: 2 }).where(eq(users.id, who.userId)),
      (who: Awaited<ReturnType<typeof tokenOf>>) =>
        db
          .update(authSessions)
          .set({ expiresAt: new Date(Date.now() - 1000) })
          .where(eq(authSessions.id, who.sessionId)),
    ];
    for (const change of changes) {
      const who = await tokenOf('staff');
      expect(mayNot).not.toContain((await codeFor('listOrders', who.token)).code);
      await change(who);
      expect(await codeFor('listOrders', who.token)).toEqual({ status: 401, code: 'AUTH_002' });
    }
  });

  it('refuse before they look at a body', async () => {
    const answer = await call('POST', '/admin/products', { raw: { text: '{', type: 'text/plain' } });
    expect(answer.status).toBe(401);
  });

  it('offer no way around through the fields of a body', () => {
    // What an admin sets for others; `user_id` comes from the path there.
    const ofUsers = new Set(['createUser', 'updateUser', 'setUserPassword']);
    for (const { id, body } of CONTRACTS) {
      for (const name of ['price_at_time', 'total', 'actor', ...(ofUsers.has(id) ? [] : ['role', 'user_id'])]) {
        expect(Object.keys(fieldsOf(body)), id).not.toContain(name);
      }
    }
  });
});

describe('actions', () => {
  const lib = join(import.meta.dirname, '..', '..', 'lib');

  /** Actions and verbs by name, each with the text of its definition. */
  async function definitions(wanted: RegExp): Promise<{ module: string; name: string; text: string }[]> {
    const files = (await readdir(lib, { recursive: true })).filter((file) => wanted.test(file));
    const sources = await Promise.all(files.map((file) => readFile(join(lib, file), 'utf8')));
    return sources.flatMap((source, at) =>
      source.split(/^(?=export )/m).flatMap((text) => {
        const name = /^export (?:const|async function) (\w+)/.exec(text)?.[1];
        return name === undefined ? [] : [{ module: files[at]?.split('/')[0] ?? '', name, text }];
      }),
    );
  }

  it('are all in the table', async () => {
    const found = await definitions(/(^|\/)actions(\/[\w-]+)?\.ts$/);
    expect(found.map(({ module, name }) => `${module}/${name}`).sort()).toEqual(Object.keys(ACTIONS).sort());
  });

  it('of the desk run what asks for the role in the table', async () => {
    const verbs = new Map(
      (await definitions(/\/(commands|queries)(\/[\w-]+)?\.ts$/)).map(({ name, text }) => [name, text] as const),
    );
    const open: string[] = [];
    for (const { module, name, text } of await definitions(/(^|\/)actions(\/[\w-]+)?\.ts$/)) {
      const who = ACTIONS[`${module}/${name}`];
      if (who !== 'login' && who !== 'staff' && who !== 'admin') continue;
      const asks = {
        admin: /requireRole\(ctx, 'admin'\)/,
        staff: /requireRole\(ctx, '(staff|admin)'\)|Open to staff only:/,
        login: /requireOwnLogin\(ctx\)/,
      }[who];
      const runs = [...text.matchAll(/\w+/g)].flatMap(([word]) => verbs.get(word) ?? []);
      if (![text, ...runs].some((definition) => asks.test(definition.slice(0, 1200)))) open.push(`${module}/${name}`);
    }
    expect(open).toEqual([]);
  });

  it('lead to commands that say in their first lines who may', async () => {
    const files = await readdir(lib, { recursive: true });
    const guards = new RegExp(`${GUARDS.map((guard) => guard.source).join('|')}`);
    const unguarded: string[] = [];
    for (const door of files.filter((file) => /^[\w-]+\/commands\.ts$/.test(file) && !PORTS.test(file))) {
      const module = door.split('/')[0] ?? '';
      const doorSource = await readFile(join(lib, door), 'utf8');
      const verbs = files.filter((file) => file.startsWith(`${module}/commands/`) && file.endsWith('.ts'));
      const source = (await Promise.all([door, ...verbs].map((file) => readFile(join(lib, file), 'utf8')))).join('\n');
      for (const [, name = '', body = ''] of source.matchAll(/^export async function (\w+)\(([\s\S]*?)^\}/gm)) {
        if (doorSource.includes(name) && !guards.test(body.slice(0, 900))) unguarded.push(`${module} ${name}`);
      }
    }
    expect(unguarded).toEqual([]);
  });
});
