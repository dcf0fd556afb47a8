import { describe, expect, it } from 'vitest';
import { isPlainPdf, looksLikePdf } from './pdf.ts';

const pdf = (head: string, tail = '') =>
  Buffer.from(`${head}\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF${tail}`, 'latin1');

describe('a PDF', () => {
  it.each([
    ['as it is written', pdf('%PDF-1.7')],
    ['of the second edition', pdf('%PDF-2.0')],
    ['with a line behind its end', pdf('%PDF-1.4', '\r\n')],
    ['filled up with nothing', pdf('%PDF-1.4', '\0\0\0\0')],
    ['saved again behind itself', Buffer.concat([pdf('%PDF-1.4', '\n'), pdf('', '\n')])],
  ])('is one %s', (_, file) => expect(isPlainPdf(file)).toBe(true));

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['its name alone', Buffer.from('%PDF-')],
    ['one that begins later', Buffer.concat([Buffer.from('GIF89a'), pdf('%PDF-1.4')])],
    ['one that never ends', Buffer.from('%PDF-1.4\n1 0 obj')],
    ['one with a page for browsers', pdf('%PDF-1.4\n<html><script>alert(1)</script></html>')],
    ['one with a drawing for browsers', pdf('%PDF-1.4\n<SVG onload=alert(1)>')],
    ['one with an archive behind it', pdf('%PDF-1.4', '\nPK\x05\x06')],
  ])('is not %s', (_, file) => expect(isPlainPdf(file)).toBe(false));

  it('is taken for one by its first bytes, never by its name', () => {
    expect(looksLikePdf(Buffer.from('<html>'))).toBe(false);
    expect(looksLikePdf(Buffer.from('%PDF-1.4'))).toBe(true);
  });
});
