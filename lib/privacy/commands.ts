import 'server-only';

export { eraseCustomer, eraseOwnData } from './commands/erase.ts';
export { exportCustomer, exportOwnData } from './commands/export.ts';
export { finishErasure } from './commands/finish.ts';
export { anonymiseIdleGuests } from './commands/retention.ts';
