import 'server-only';
import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { env } from '#lib/env';
import { isMissingFile } from '#lib/missing-file';
import { runtime } from '#lib/runtime';
import { twilioAccount } from '#lib/sms/twilio';
import { type Version, version } from '#lib/version';

export type ProcessFigures = {
  version: Version;
  node: string;
  pid: number;
  uptime_seconds: number;
  memory_bytes: number;
  heap_bytes: number;
  heap_bytes_at_most: number;
  /** Null where our own server does not run. */
  kept: { hits: number; misses: number; entries: number; bytes: number } | null;
  /** Event streams; null as above. */
  streams: { open: number; most: number } | null;
};

export function readProcess(): ProcessFigures {
  const { rss } = process.memoryUsage();
  const { used_heap_size, heap_size_limit } = getHeapStatistics();
  const { keeper, hub } = runtime();
  return {
    version,
    node: process.versions.node,
    pid: process.pid,
    uptime_seconds: process.uptime(),
    memory_bytes: rss,
    heap_bytes: used_heap_size,
    heap_bytes_at_most: heap_size_limit,
    kept: keeper && { hits: keeper.counters.hits, misses: keeper.counters.misses, ...keeper.size() },
    streams: hub && { open: hub.count(), most: hub.most },
  };
}

export type DiskFigures = { free_bytes: number; bytes: number };

/** Of the data folder; null when there is none. */
export async function readDisk(): Promise<DiskFigures | null> {
  try {
    const { bavail, bsize, blocks } = await statfs(resolve(env().DATA_DIR));
    return { free_bytes: bavail * bsize, bytes: blocks * bsize };
  } catch (error) {
    if (isMissingFile(error)) return null;
    throw error;
  }
}

export type Services = { mail: boolean; sms: boolean; cloudinary: boolean; upstash: boolean; worker: boolean };

/** Which outside services are set up; what is not is done by what is built in. */
export function readServices(): Services {
  const settings = env();
  return {
    mail: settings.SMTP_URL !== undefined,
    sms: twilioAccount(settings) !== null,
    cloudinary: settings.CLOUDINARY_URL !== undefined,
    upstash: settings.UPSTASH_REDIS_REST_URL !== undefined,
    worker: settings.WORKER === 'inline',
  };
}
