import 'server-only';
import { createHmac } from 'node:crypto';

/** `t=<seconds>,v1=<hex>` over `t.body`, one `v1` per secret: while a secret is being replaced, receivers take either. */
export function signatureOf(secrets: readonly string[], body: string, now: Date): string {
  const t = Math.floor(now.getTime() / 1000);
  const sign = (secret: string) => createHmac('sha256', secret).update(`${t}.${body}`).digest('hex');
  return [`t=${t}`, ...secrets.map((secret) => `v1=${sign(secret)}`)].join(',');
}
