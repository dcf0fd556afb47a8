/**
 * Every column that says something about a person, by table. Export and erase work from this list, and a test fails
 * when a table gets such a column and is not here. Staff are people too.
 */
export const PERSONAL_DATA: Readonly<Record<string, readonly string[]>> = {
  users: ['username', 'email', 'name', 'password_hash'],
  auth_sessions: ['phone', 'name', 'user_agent', 'ip_hash'],
  second_factors: ['secret'],
  recovery_codes: ['code_hash'],
  phone_verifications: ['phone', 'ip_hash'],
  customers: ['name', 'email', 'phone', 'notes', 'tags', 'flags'],
  addresses: ['label', 'recipient_name', 'street', 'city', 'postal_code', 'notes'],
  orders: [
    'customer_name',
    'customer_phone',
    'customer_email',
    'delivery_address',
    'special_instructions',
    'preferred_time',
    'gift',
    'source',
    'cancel_reason',
    'override_reason',
  ],
  order_items: ['note'],
  order_events: ['note'],
  payments: ['reference', 'note'],
  cart_items: ['note'],
  bookings: ['client_name', 'client_phone', 'client_email', 'venue', 'message', 'internal_note', 'reason', 'source'],
  booking_events: ['note'],
  chat_sessions: ['visitor_name', 'visitor_email'],
  chat_messages: ['message'],
  testimonials: ['name', 'message'],
  // Of what somebody said about the shop; anything else that is translated is the shop's own.
  translations: ['translated_text'],
  notifications: ['recipient', 'subject', 'body'],
  webhook_deliveries: ['payload'],
  imports: ['file_name'],
  import_rows: ['cells', 'errors', 'match_key'],
};

/** Of those, what nobody is handed: keys to an account, and traces that are kept as hashes only. */
export const NEVER_EXPORTED: readonly string[] = [
  'users.password_hash',
  'auth_sessions.ip_hash',
  'phone_verifications.ip_hash',
  'orders.source',
  'bookings.source',
  // Of staff, and secrets.
  'second_factors.secret',
  'recovery_codes.code_hash',
  // Copies of files that were handed in, for some days; what was taken over is told as the shop has it.
  'import_rows.cells',
  'import_rows.match_key',
];

/** Columns whose names sound personal and are not: what a shop says about itself and its goods. */
export const NOT_PERSONAL: Readonly<Record<string, readonly string[]>> = {
  api_keys: ['name'],
  bookings: ['package_name', 'theme_name'],
  categories: ['name'],
  closures: ['public_message'],
  delivery_zones: ['name'],
  locations: ['name', 'street', 'city', 'postal_code', 'instructions'],
  order_items: ['product_name'],
  packages: ['name'],
  products: ['name'],
  stock_movements: ['note'],
  themes: ['name'],
  translations: ['field_name'],
  watches: ['name'],
};
