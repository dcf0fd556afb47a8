import fc from 'fast-check';
import jsQr from 'jsqr';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { epcPayload } from '#lib/orders/rules/epc';
import { drawQr, qrSvg } from './qr.ts';

/** What a camera would see, read as a banking app reads it: bytes in UTF-8. */
async function scan(svg: string) {
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const found = jsQr(new Uint8ClampedArray(data), info.width, info.height);
  if (!found) throw new Error('nothing was found in the picture');
  return { text: new TextDecoder().decode(new Uint8Array(found.binaryData)), version: found.version };
}

const transfer = {
  holder: 'Bäckerei Müller & Söhne, Țară',
  iban: 'DE89370400440532013000',
  bic: null,
  amountMinor: 1850,
  currency: 'EUR',
  reference: 'CE-20261121-004',
};

describe('the picture of a code', () => {
  it('is read back as it was written, umlauts included', async () => {
    const payload = epcPayload(transfer) ?? '';
    const { text, version } = await scan(qrSvg(drawQr(payload)));
    expect(text).toBe(payload);
    expect(version).toBeLessThanOrEqual(13);
  });

  it('never needs more than version 13, however long the words', async () => {
    const payload = epcPayload({ ...transfer, holder: 'ö'.repeat(70), reference: 'W'.repeat(128) }) ?? '';
    expect(new TextEncoder().encode(payload).length).toBeGreaterThan(300);
    const { text, version } = await scan(qrSvg(drawQr(payload)));
    expect([text, version]).toEqual([payload, 13]);
  });

  it('is read back whatever the holder is called and however much is due', async () => {
    const holder = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(holder, fc.integer({ min: 1, max: 99_999_999_999 }), async (name, amountMinor) => {
        const payload = epcPayload({ ...transfer, holder: `A${name}`, amountMinor });
        fc.pre(payload !== null);
        expect((await scan(qrSvg(drawQr(payload)))).text).toBe(payload);
      }),
      { numRuns: 15 },
    );
  });
});
