import { describe, expect, it } from 'vitest';
import { readTypedHead } from './read-body.ts';

/** As a browser writes a form with a file at its end. */
const formOf = (fields: Record<string, string>, file: Buffer) => {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--B\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--B\r\nContent-Disposition: form-data; name="proof"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(parts.join('') + head), file, Buffer.from('\r\n--B--\r\n')]);
  const headers = { 'content-type': 'multipart/form-data; boundary=B' };
  return new Request('http://localhost/', { method: 'POST', body: new Uint8Array(body), headers });
};

describe('an upload that is too large', () => {
  it('gives back what was typed in front of the file', async () => {
    const typed = { reference: 'Zoë & Söhne', order_number: 'CE-1' };
    expect(await readTypedHead(formOf(typed, Buffer.alloc(3_000_000, 1)))).toEqual(typed);
  });

  it('gives back nothing where nothing was typed, or nothing can be read', async () => {
    expect(await readTypedHead(formOf({}, Buffer.alloc(300_000)))).toEqual({});
    const headers = { 'content-type': 'multipart/form-data' };
    const broken = new Request('http://localhost/', { method: 'POST', body: 'x'.repeat(100_000), headers });
    expect(await readTypedHead(broken)).toEqual({});
  });
});
