import type { Messages } from './words.ts';

/** Every `t('…')` is held against the English file. */
declare module 'use-intl' {
  interface AppConfig {
    Messages: Messages;
  }
}
