import { describe, expect, it } from 'vitest';
import { ValidationError } from '#lib/errors';
import { readCsv } from './csv.ts';

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function rowsOf(file: string | Uint8Array, size = 7) {
  const rows: [number, ...string[]][] = [];
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  for await (const { number, cells } of readCsv(inPieces(bytes, size))) rows.push([number, ...cells]);
  return rows;
}

async function refusal(file: string | Uint8Array): Promise<string> {
  try {
    await rowsOf(file);
  } catch (error) {
    if (error instanceof ValidationError) return error.fields.file?.[0] ?? '';
    throw error;
  }
  return 'none';
}

const utf16 = (text: string, mark: [number, number], bigEndian: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return Buffer.concat([Buffer.from(mark), bigEndian ? bytes.swap16() : bytes]);
};

describe('a file', () => {
  const expected = [
    [1, 'sku', 'name'],
    [2, 'A', 'Brot, groß'],
    [3, 'B', 'two\nlines'],
  ];
  it.each([
    ['commas', 'sku,name\nA,"Brot, groß"\nB,"two\nlines"\n'],
    ['semicolons, CRLF and a mark', '\uFEFFsku;name\r\nA;Brot, groß\r\nB;"two\nlines"'],
    ['tabs', 'sku\tname\nA\tBrot, groß\nB\t"two\nlines"'],
    ['old line ends', 'sku;name\rA;Brot, groß\rB;"two\nlines"'],
    ['the sign named first', 'sep=;\r\nsku;name\r\nA;Brot, groß\r\nB;"two\nlines"'],
    ['UTF-16, little end first', utf16('sku\tname\r\nA\tBrot, groß\r\nB\t"two\nlines"', [0xff, 0xfe], false)],
    ['UTF-16, big end first', utf16('sku\tname\r\nA\tBrot, groß\r\nB\t"two\nlines"', [0xfe, 0xff], true)],
  ])('with %s is read', async (_, file) => {
    for (const size of [1, 7, 10_000]) {
      expect(await rowsOf(file, size)).toEqual(expected);
    }
  });

  it('counts empty rows as spreadsheets do and leaves them out', async () => {
    expect(await rowsOf('sku,name\n\nA,x\n,\n"a\n\nb",y\n')).toEqual([
      [1, 'sku', 'name'],
      [3, 'A', 'x'],
      [5, 'a\n\nb', 'y'],
    ]);
  });

  it.each([
    ['', /empty/],
    ['\uFEFF \r\n', /empty/],
    [Buffer.from('name\nCr\xe8me', 'latin1'), /not UTF-8.*Save it as “CSV UTF-8”/],
    [Buffer.from('name\nBrot', 'utf16le'), /not UTF-8/],
    [Buffer.from('PK\x03\x04rest', 'latin1'), /spreadsheet/],
    [Buffer.from('%PDF-1.7'), /PDF/],
    ['sku,name\nA,"open\nB,x\n', /never closed.*line/],
    ['sku,name\nA,"x"y\n', /behind a closing/],
    ['sku,name\nA,b"c\n', /middle of a cell/],
  ])('that cannot be read is refused in words: %j', async (file, words) => {
    expect(await refusal(file)).toMatch(words);
  });

  it('may be long', async () => {
    const long = `sku,name\n${'A,b\n'.repeat(20_000)}`;
    expect(await rowsOf(long, 65_536)).toHaveLength(20_001);
    expect(await refusal(`sku,name\nA,"${'x'.repeat(300_000)}`)).toMatch(/longer than any row/);
  });
});
