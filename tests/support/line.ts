import { openTunnel, type Tunnel } from './tunnel.ts';

export type Line = Pick<Tunnel, 'url' | 'close'> & {
  /** Resets every connection, and each new one as it comes, until `mend`. */
  cut: () => void;
  mend: () => void;
};

/** A line between the app and its database that can be cut in the middle of anything. */
export async function openLine(databaseUrl: string): Promise<Line> {
  let isCut = false;
  const { url, reset, close } = await openTunnel(databaseUrl, (near) => {
    if (isCut) near.resetAndDestroy();
  });
  return {
    url,
    close,
    cut() {
      isCut = true;
      reset();
    },
    mend() {
      isCut = false;
    },
  };
}
