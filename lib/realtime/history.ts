import type { Frame } from './frames.ts';
import { BEGINNING, type Place } from './reader.ts';

/** What was read and told together. `at` is the epoch millisecond of its newest event. */
export type Batch = { place: Place; frames: readonly Frame[]; at: number };

const MOST_FRAMES = 4000;
const MOST_BATCHES = 2000;

/** The last events that were told, so that whoever was away for a moment costs the database nothing. */
export function createHistory() {
  let batches: Batch[] = [];
  let start: Place = BEGINNING;
  let frames = 0;

  return {
    /** Forgets everything and begins at `place`. */
    begin(place: Place): void {
      batches = [];
      frames = 0;
      start = place;
    },
    add(batch: Batch): void {
      batches.push(batch);
      frames += batch.frames.length;
      while (frames > MOST_FRAMES || batches.length > MOST_BATCHES) {
        const oldest = batches.shift();
        if (!oldest) return;
        start = oldest.place;
        frames -= oldest.frames.length;
      }
    },
    /** The place that everything read so far leads to. */
    end: (): Place => batches.at(-1)?.place ?? start,
    /** What was told after the event `seq`; null when that is not known here. */
    after(seq: string): Frame[] | null {
      if (seq === start.seq) return batches.flatMap((batch) => batch.frames);
      const at = batches.findLastIndex(({ place }) => place.seq === seq);
      return at === -1 ? null : batches.slice(at + 1).flatMap((batch) => batch.frames);
    },
    /** What happened after a moment, in epoch milliseconds. */
    since: (moment: number): Frame[] => batches.filter(({ at }) => at >= moment).flatMap((batch) => batch.frames),
  };
}
