/** A preference of this browser: one till rings, the others need not. */
const KEY = 'barrow_desk_ring';

let audio: AudioContext | null = null;

export const mayRing = (): boolean => localStorage.getItem(KEY) === 'on';

export function setRing(isOn: boolean): void {
  if (isOn) localStorage.setItem(KEY, 'on');
  else localStorage.removeItem(KEY);
}

/** Browsers let a page sound only after somebody has touched it; from a press on, the ring may come by itself. */
export function wakeSound(): void {
  audio ??= new AudioContext();
  if (audio.state === 'suspended') void audio.resume();
}

/** Two soft notes, one after the other, like a shop's door. */
export function ring(): void {
  if (audio?.state !== 'running') return;
  const start = audio.currentTime;
  for (const [at, pitch] of [
    [0, 880],
    [0.18, 659],
  ] as const) {
    const [tone, volume] = [audio.createOscillator(), audio.createGain()];
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0, start + at);
    volume.gain.linearRampToValueAtTime(0.12, start + at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + at + 0.9);
    tone.connect(volume).connect(audio.destination);
    tone.start(start + at);
    tone.stop(start + at + 1);
  }
}
