import 'server-only';

export { getColleagues } from './queries/colleagues.ts';
export { countUnreadChats, countWaitingChats, getDeskChat, listChats } from './queries/desk-chats.ts';
export { getChatDoor, heardBy } from './queries/door.ts';
export { getUnreadOfChat } from './queries/unread.ts';
export { findOwnChat, getOwnChat } from './queries/visitor.ts';
