import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { noncePolicy } from './content-policy.ts';
import { securityHeaders, staticPolicy } from './policy.ts';

const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

it('names exactly the inline scripts of a document', () => {
  const policy = staticPolicy(
    '<script>a()</script><script src="/x.js" async=""></script><script id="d" type="m">b</script>',
  );
  expect(policy).toContain(`script-src 'self' ${sha('a()')} ${sha('b')};`);
  expect(policy).not.toContain(sha(''));
});

it('never allows inline scripts as such', () => {
  for (const policy of [staticPolicy(''), noncePolicy('n')]) {
    expect(/script-src[^;]*/.exec(policy)?.[0]).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
  }
});

it('speaks of encryption only when the address is encrypted', () => {
  expect(securityHeaders({ isSecure: true })).toContain('Strict-Transport-Security');
  expect(securityHeaders({ isSecure: false })).not.toContain('Strict-Transport-Security');
});
