import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Looks again every so often for as long as `isOpen`, at most `looks` times: by default for a while after a wish. */
export function useFollow(isOpen: boolean, { everyMs = 2000, looks = 8 } = {}): void {
  const router = useRouter();
  useEffect(() => {
    if (!isOpen) return;
    let looked = 0;
    const timer = setInterval(() => {
      looked += 1;
      if (looked >= looks) clearInterval(timer);
      router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [isOpen, everyMs, looks, router]);
}
