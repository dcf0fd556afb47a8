'use client';

import { useFollow } from '../use-follow.ts';

const LOOK_MS = 6000;

/** Keeps the inbox as it is now. */
export function FollowChats() {
  useFollow(true, { everyMs: LOOK_MS, looks: Number.POSITIVE_INFINITY });
  return null;
}
