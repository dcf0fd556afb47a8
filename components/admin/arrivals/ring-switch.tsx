'use client';

import { useEffect, useState } from 'react';
import { IconButton } from '#components/ui/button';
import { toast } from '#components/ui/toast';
import { mayRing, ring, setRing, wakeSound } from './ring.ts';

/** Whether this browser rings when an order, a booking or a word of a visitor comes in. Off until somebody switches it on, which lets it be heard. */
export function RingSwitch() {
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    if (!mayRing()) return;
    setOn(true);
    // After a reload the first touch of the page wakes the sound again.
    const wake = () => wakeSound();
    window.addEventListener('pointerdown', wake, { once: true });
    window.addEventListener('keydown', wake, { once: true });
    return () => {
      window.removeEventListener('pointerdown', wake);
      window.removeEventListener('keydown', wake);
    };
  }, []);

  function turn() {
    const next = !isOn;
    setRing(next);
    setOn(next);
    if (next) {
      wakeSound();
      ring();
    }
    toast(next ? 'This browser rings when something comes in.' : 'What comes in makes no sound.');
  }
  return (
    <IconButton
      icon={isOn ? 'bell' : 'bellOff'}
      label="Ring for new orders"
      aria-pressed={isOn}
      className="top-tool"
      onClick={turn}
    />
  );
}
