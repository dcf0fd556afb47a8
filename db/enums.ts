/** Words that are stored, shown by the API and offered by forms. The one list of each. */

export const ROLES = ['admin', 'staff', 'customer'] as const;
export const CUSTOMER_FLAGS = ['call_back', 'prepay_only', 'blocked'] as const;
export const SESSION_KINDS = ['staff', 'customer', 'api'] as const;
export const STOCK_MODES = ['tracked', 'unlimited', 'per_date'] as const;
export const NET_UNITS = ['g', 'ml', 'piece'] as const;
/** Promises of the shop that are watched, and whose breach staff are told of. */
export const ALARMS = ['stock', 'jobs', 'events', 'messages', 'disk', 'certificate', 'backup'] as const;
export const STOCK_REASONS = ['receive', 'sale', 'cancel', 'count', 'waste', 'correction'] as const;
export const LOCATION_KINDS = ['shop', 'pickup_point', 'market'] as const;
export const OPENING_PURPOSES = ['pickup', 'delivery', 'chat'] as const;
export const DELIVERY_TYPES = ['pickup', 'delivery'] as const;
export const CHANNELS = ['web', 'desk', 'api'] as const;
export const ORDER_STATUSES = ['pending', 'confirmed', 'processing', 'ready', 'completed', 'cancelled'] as const;
export const PAYMENT_STATUSES = [
  'unpaid',
  'submitted',
  'partially_paid',
  'paid',
  'partially_refunded',
  'refunded',
] as const;
export const PAYMENT_METHODS = ['cash', 'bank_transfer', 'card_terminal', 'other'] as const;
export const PAYMENT_KINDS = ['charge', 'refund'] as const;
export const PAYMENT_STATES = ['submitted', 'confirmed', 'rejected'] as const;
export const ORDER_EVENT_AXES = ['order', 'payment', 'note'] as const;
export const ACTOR_KINDS = ['visitor', 'customer', 'staff', 'system'] as const;
export const MEDIA_DRIVERS = ['local', 'cloudinary'] as const;
export const NOTICE_CHANNELS = ['email', 'sms'] as const;
export const NOTICE_STATUSES = ['queued', 'sending', 'sent', 'captured', 'failed'] as const;
export const DELIVERY_STATUSES = ['queued', 'sending', 'delivered', 'failed'] as const;
export const WEBHOOK_ENDS = ['failing', 'paused'] as const;
export const IMPORT_KINDS = ['products', 'customers'] as const;
export const IMPORT_MODES = ['create', 'update', 'upsert'] as const;
export const IMPORT_STATUSES = ['checking', 'checked', 'applying', 'done'] as const;
export const IMPORT_PLANS = ['create', 'update', 'unchanged', 'wrong'] as const;
export const IMPORT_OUTCOMES = ['created', 'updated', 'unchanged', 'failed'] as const;
export const PRICE_KINDS = ['fixed', 'from', 'on_request'] as const;
export const BOOKING_STATUSES = [
  'requested',
  'quoted',
  'accepted',
  'confirmed',
  'completed',
  'declined',
  'expired',
  'cancelled',
] as const;
export const BOOKING_EVENT_AXES = ['booking', 'payment', 'note'] as const;
export const CHAT_STATUSES = ['open', 'waiting', 'resolved', 'blocked'] as const;
export const CHAT_SENDERS = ['visitor', 'staff', 'bot'] as const;
export const TESTIMONIAL_STATUSES = ['pending', 'published', 'hidden'] as const;
/** Regulation (EU) No 1169/2011, annex II. */
export const ALLERGENS = [
  'gluten',
  'crustaceans',
  'eggs',
  'fish',
  'peanuts',
  'soybeans',
  'milk',
  'nuts',
  'celery',
  'mustard',
  'sesame',
  'sulphites',
  'lupin',
  'molluscs',
] as const;

export type Role = (typeof ROLES)[number];
export type CustomerFlag = (typeof CUSTOMER_FLAGS)[number];
export type StockMode = (typeof STOCK_MODES)[number];
export type NetUnit = (typeof NET_UNITS)[number];
export type AlarmName = (typeof ALARMS)[number];
export type StockReason = (typeof STOCK_REASONS)[number];
export type LocationKind = (typeof LOCATION_KINDS)[number];
export type OpeningPurpose = (typeof OPENING_PURPOSES)[number];
export type DeliveryType = (typeof DELIVERY_TYPES)[number];
export type Channel = (typeof CHANNELS)[number];
export type OrderStatus = (typeof ORDER_STATUSES)[number];
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];
export type ActorKind = (typeof ACTOR_KINDS)[number];
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];
export type ImportKind = (typeof IMPORT_KINDS)[number];
export type ImportMode = (typeof IMPORT_MODES)[number];
export type ImportStatus = (typeof IMPORT_STATUSES)[number];
export type ImportPlan = (typeof IMPORT_PLANS)[number];
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];
export type PriceKind = (typeof PRICE_KINDS)[number];
export type BookingStatus = (typeof BOOKING_STATUSES)[number];
export type ChatStatus = (typeof CHAT_STATUSES)[number];
export type ChatSender = (typeof CHAT_SENDERS)[number];
export type NoticeStatus = (typeof NOTICE_STATUSES)[number];
export type Allergen = (typeof ALLERGENS)[number];
