import 'server-only';
import { sql } from 'drizzle-orm';
import { chatMessages as m, chatSessions as s } from '#db/schema/chat';
import type { ChatMessageDto, ChatSessionDto } from '../output.ts';

export const messageColumns = {
  id: m.id,
  seq: m.seq,
  senderType: m.senderType,
  senderName: sql<string | null>`(select u.name from users u where u.id = ${m.senderId})`,
  message: m.message,
  at: m.at,
};

type MessageRow = Pick<typeof m.$inferSelect, 'id' | 'seq' | 'senderType' | 'message' | 'at'> & {
  senderName: string | null;
};

export const toMessage = (row: MessageRow): ChatMessageDto => ({
  id: row.id,
  seq: row.seq,
  sender_type: row.senderType,
  // Who put words into a rule's mouth is nobody's business outside.
  sender_name: row.senderType === 'staff' ? row.senderName : null,
  message: row.message,
  at: row.at.toISOString(),
});

export const sessionColumns = {
  id: s.id,
  status: s.status,
  visitorName: s.visitorName,
  visitorEmail: s.visitorEmail,
  unreadVisitor: s.unreadVisitor,
};

export const toSession = (
  row: Pick<typeof s.$inferSelect, 'id' | 'status' | 'visitorName' | 'visitorEmail' | 'unreadVisitor'>,
): ChatSessionDto => ({
  id: row.id,
  status: row.status,
  visitor_name: row.visitorName,
  visitor_email: row.visitorEmail,
  unread: row.unreadVisitor,
});
