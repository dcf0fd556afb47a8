import type { Who } from '#tests/integration/access/who';

/** Talks, on both sides. */
export const endpoints: Record<string, Who> = {
  startChat: 'anyone',
  connectChat: 'anyone',
  listChatMessages: 'anyone',
  sendChatMessage: 'anyone',
  listChats: 'staff',
  getChat: 'staff',
  changeChat: 'staff',
  answerChat: 'staff',
};

export const actions: Record<string, Who> = {
  'chat/openChatAction': 'anyone',
  'chat/readChatAction': 'anyone',
  'chat/sayAction': 'anyone',
  'chat/writeToShopAction': 'anyone',
  'chat/answerChatAction': 'staff',
  'chat/changeChatAction': 'staff',
  'chat/readDeskChatAction': 'staff',
};
