import 'server-only';

/** The door of this module for writers. */

export { amendSetting, changeSetting, rewriteSetting } from './commands/change-setting.ts';
export { removeShopPicture, setShopPicture } from './commands/shop-picture.ts';
