import type { Who } from '#tests/integration/access/who';

/** What every visitor may reach: the shop, its goods, the cart, an order by its key. */
export const endpoints: Record<string, Who> = {
  getShop: 'anyone',
  listProducts: 'anyone',
  listBestsellers: 'anyone',
  getProduct: 'anyone',
  listCategories: 'anyone',
  quoteDelivery: 'anyone',
  listSlots: 'anyone',
  getAvailability: 'anyone',
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
};

export const actions: Record<string, Who> = {
  'cart/addToCartAction': 'cart',
  'cart/changeCartAction': 'cart',
  'cart/readCartAction': 'cart',
};
