import 'server-only';

export { deliverNotice } from './commands/deliver.ts';
export { retryNotice } from './commands/retry.ts';
export { sweepNotices } from './commands/sweep.ts';
export { tellOfEvent } from './commands/tell.ts';
export { changeNoticeText, changeNoticeWays } from './commands/words.ts';
