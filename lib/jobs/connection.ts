import type { DatabaseOptions } from 'pg-boss';
import { asDomainError } from '#lib/database';

/**
 * Where pg-boss finds the database, through the driver it brings: the other one goes deaf when a connection of a single
 * one is cut in the middle. It speaks TLS as the other one does: only `verify-full` asks who signed the certificate.
 */
export function bossOptions(url: string): DatabaseOptions {
  const address = new URL(url);
  const mode = address.searchParams.get('sslmode') ?? address.searchParams.get('ssl');
  for (const name of ['sslmode', 'ssl', 'sslnegotiation', 'channel_binding']) address.searchParams.delete(name);
  const isPlain = mode === null || mode === 'disable' || mode === 'false';
  return {
    connectionString: address.href,
    ...(!isPlain && { ssl: { rejectUnauthorized: mode === 'verify-full' } }),
    application_name: 'barrow-jobs',
    // One for its statements; beside it one that listens.
    max: 1,
    connectionTimeoutMillis: 5000,
  };
}

/** True for the failures of a connection, which are told once and not at every try. pg-boss hands on copies of errors. */
export function isLost(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if (asDomainError(error)?.code === 'DB_001') return true;
  const code = 'code' in error ? String(error.code) : '';
  if (asDomainError(Object.assign(new Error('as a copy'), { code }))?.code === 'DB_001') return true;
  // Some of the driver's have no code.
  const message = 'message' in error ? String(error.message) : '';
  return /connection terminated|connection timeout|timeout exceeded|listen\/notify|not queryable/i.test(message);
}
