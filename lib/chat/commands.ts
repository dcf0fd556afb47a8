import 'server-only';

export { answerByRule } from './commands/answer-by-rule.ts';
export { connectChat } from './commands/connect.ts';
export { answerChat, changeChat, readDeskChat } from './commands/desk.ts';
export { sendChatMessage, writeToShop } from './commands/send.ts';
export { announceUnread, sweepChats } from './commands/unread.ts';
export { readOwnChat, startChat } from './commands/visit.ts';
