import type { Who } from '#tests/integration/access/who';

/** The settings of the shop. */
export const endpoints: Record<string, Who> = {
  getSetting: 'admin',
  changeSetting: 'admin',
  setShopPicture: 'admin',
  removeShopPicture: 'admin',
};

export const actions: Record<string, Who> = {
  'notices/changeNoticeTextAction': 'admin',
  'notices/changeNoticeWaysAction': 'admin',
  'settings/amendSettingAction': 'admin',
  'settings/changeSettingAction': 'admin',
  'settings/removeShopPictureAction': 'admin',
};
