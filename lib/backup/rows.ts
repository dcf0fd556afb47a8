/** Bytes. One part of a table is held in memory whole, because a tar says how long an entry is before it begins. */
const PART_BYTES = 2 * 1024 * 1024;

const QUOTE = 0x22;
const NEWLINE = 0x0a;

/**
 * Cuts a stream of CSV into parts of about `size` bytes that end where a row ends: at a line break outside quotes. A
 * quote inside a field is written twice, so counting them tells inside from outside.
 */
export async function* wholeRows(source: AsyncIterable<Buffer>, size = PART_BYTES): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  let isInside = false;
  for await (const chunk of source) {
    let end = -1;
    for (let i = 0; i < chunk.length; i += 1) {
      const byte = chunk[i];
      if (byte === QUOTE) isInside = !isInside;
      else if (byte === NEWLINE && !isInside) end = i + 1;
    }
    if (end === -1 || length + end < size) {
      held.push(chunk);
      length += chunk.length;
      continue;
    }
    yield Buffer.concat([...held, chunk.subarray(0, end)]);
    held = [chunk.subarray(end)];
    length = chunk.length - end;
  }
  if (length > 0) yield Buffer.concat(held);
}
