import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const EVERY_MS = 2000;
const LOOKS = 8;

/** Looks again for a while, as long as something has just been asked for. */
export function useFollow(isOpen: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!isOpen) return;
    let looks = 0;
    const timer = setInterval(() => {
      looks += 1;
      if (looks >= LOOKS) clearInterval(timer);
      router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [isOpen, router]);
}
