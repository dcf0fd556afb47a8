import 'server-only';
import { connect } from 'node:tls';

const PATIENCE_MS = 5000;
const DAY_MS = 24 * 60 * 60 * 1000;

export type Certificate = { host: string; ends_at: string; days: number };

/**
 * The certificate that visitors of this address get, with the whole days it is still good for; null where there is none
 * to look at: the address is not https, or cannot be reached from this machine. Nothing but its end is judged here.
 */
export async function readCertificate(address: URL, now: Date): Promise<Certificate | null> {
  if (address.protocol !== 'https:') return null;
  const { hostname: host, port } = address;
  const endsAt = await new Promise<Date | null>((resolve) => {
    const socket = connect({
      host,
      port: port === '' ? 443 : Number(port),
      // No name of a host: an address made of numbers has none to send.
      servername: /^[\d.]+$|^\[/.test(host) ? '' : host,
      // It is looked at, not trusted: nothing is sent.
      rejectUnauthorized: false,
      timeout: PATIENCE_MS,
    });
    const give = (found: Date | null) => {
      socket.destroy();
      resolve(found);
    };
    socket.once('secureConnect', () => {
      const end = new Date(socket.getPeerCertificate().valid_to ?? '');
      give(Number.isNaN(end.getTime()) ? null : end);
    });
    socket.once('timeout', () => give(null));
    socket.once('error', () => give(null));
  });
  if (endsAt === null) return null;
  return { host, ends_at: endsAt.toISOString(), days: Math.floor((endsAt.getTime() - now.getTime()) / DAY_MS) };
}
