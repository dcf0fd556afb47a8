import { describe, expect, it } from 'vitest';
import { postHook } from '#lib/webhooks/send';
import { outcome } from '#tests/factories/shop';
import { withReceiver } from '#tests/factories/webhooks';
import { startReceiver } from '#tests/support/receiver';

const { receiver, listen } = withReceiver();

describe('a request', () => {
  const sent = { body: JSON.stringify({ id: crypto.randomUUID(), event: 'test', created_at: new Date(), data: {} }) };
  const open = { ...sent, headers: {}, isPrivateAllowed: true };

  it('ends when nobody answers, or somebody talks too much', async () => {
    receiver().answer = () => undefined;
    expect(await postHook(receiver().url, { ...open, deadlineMs: 100 })).toEqual({
      code: null,
      error: 'There was no answer in 10 seconds.',
    });
    // The status is there; what follows is of no use.
    receiver().answer = (response) => void response.writeHead(200).write('…');
    expect(await postHook(receiver().url, { ...open, deadlineMs: 100 })).toEqual({ code: 200, error: null });
    let written = 0;
    receiver().answer = (response) => {
      const talk = () => {
        while (!response.destroyed && response.write('x'.repeat(16_384))) written += 16_384;
      };
      response.writeHead(200).on('drain', talk);
      talk();
    };
    expect(await postHook(receiver().url, open)).toEqual({ code: 200, error: null });
    expect(written).toBeLessThan(8_000_000);
  });

  it('follows no redirect', async () => {
    receiver().answer = (response) => void response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    expect(await postHook(receiver().url, open)).toEqual({
      code: 302,
      error: 'It answered with a redirect, which is not followed.',
    });
    expect(receiver().received).toHaveLength(1);
  });

  it('says why nobody was there', async () => {
    const gone = await startReceiver();
    await gone.stop();
    expect(await postHook(gone.url, open)).toEqual({ code: null, error: 'The connection was refused.' });
  });

  it.each([
    'https://localhost',
    'https://127.0.0.1',
    'https://127.1',
    'https://2130706433',
    'https://0.0.0.0',
    'https://10.1.2.3',
    'https://172.16.0.1',
    'https://192.168.1.1',
    'https://100.64.0.1',
    'https://169.254.169.254',
    'https://[::1]',
    'https://[::]',
    'https://[::ffff:127.0.0.1]',
    'https://[::ffff:a9fe:a9fe]',
    'https://[64:ff9b::7f00:1]',
    'https://[fe80::1]',
    'https://[fd00:ec2::254]',
  ])('never goes to %s', async (origin) => {
    const { port } = new URL(receiver().url);
    const strict = { ...open, isPrivateAllowed: false, deadlineMs: 5000 };
    expect(await postHook(`${origin}:${port}/`, strict)).toEqual({
      code: null,
      error: 'The address is not a public one; requests to others are not allowed.',
    });
    expect(receiver().received).toEqual([]);
  });

  it('needs https, unless private addresses are allowed', async () => {
    const answer = await postHook(receiver().url, { ...open, isPrivateAllowed: false });
    expect(answer).toEqual({ code: null, error: 'The address has to begin with https://.' });
    expect(await outcome(listen(['order.placed'], { url: 'ftp://example.com' }))).toBe('VALIDATION_ERROR');
    expect(await outcome(listen(['order.placed'], { url: 'https://ana:secret@example.com' }))).toBe('VALIDATION_ERROR');
  });
});
