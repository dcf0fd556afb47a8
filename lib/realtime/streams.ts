/** Where the bytes of one stream go; `lib/server/open-stream.ts` makes it of a connection. */
export type Sink = {
  /** Answers how many bytes wait in this process now. */
  write: (bytes: Buffer) => number;
  waiting: () => number;
  /** Bytes that have left this process. */
  left: () => number;
  /** Says the last words and closes. */
  end: (last: string) => void;
  /** Without waiting for a reader who does not read. */
  cut: () => void;
};

/** What the door has decided about a stream; see `lib/live/commands.ts`. */
export type Grant = {
  /** In their one spelling, as the client is told them. */
  topics: readonly string[];
  /** Who it is, of those that events are addressed to. */
  audiences: readonly string[];
  /** What the limit per session counts; null for somebody without any. */
  session: string | null;
  /** Sessions and users whose end is the end of this stream. */
  owners: readonly string[];
  /** The id of the last event this client has seen. */
  lastId: string | null;
  /** Without one: so many seconds back. */
  sinceSeconds: number;
};

export type Stream = {
  readonly sink: Sink;
  readonly grant: Grant;
  readonly address: string;
  /** Epoch milliseconds after which it has to ask again whether it still may. */
  readonly until: number;
  /** In which second of the heartbeat's round it is told. */
  readonly beat: number;
  isOpen: boolean;
  /** Of the last heartbeat, to find out who reads nothing. */
  leftBefore: number;
};

export type Limits = { all: number; perAddress: number; perSession: number };
export type Refused = 'all' | 'address' | 'session';

/** A set per key, without the empty ones. */
function createIndex() {
  const sets = new Map<string, Set<Stream>>();
  return {
    of: (key: string): ReadonlySet<Stream> => sets.get(key) ?? NOBODY,
    count: (key: string): number => sets.get(key)?.size ?? 0,
    add(keys: readonly string[], stream: Stream): void {
      for (const key of keys) {
        const set = sets.get(key);
        if (set) set.add(stream);
        else sets.set(key, new Set([stream]));
      }
    },
    remove(keys: readonly string[], stream: Stream): void {
      for (const key of keys) {
        const set = sets.get(key);
        set?.delete(stream);
        if (set?.size === 0) sets.delete(key);
      }
    },
  };
}

const NOBODY: ReadonlySet<Stream> = new Set();

/** The open streams of this process, by whom they belong to and what they hear. */
export function createStreams(limits: Limits) {
  const all = new Set<Stream>();
  const [audiences, owners, sessions, addresses] = [createIndex(), createIndex(), createIndex(), createIndex()];
  const sessionOf = ({ grant }: Stream) => (grant.session === null ? [] : [grant.session]);

  return {
    all: all as ReadonlySet<Stream>,
    /** Null when there is room for one more. */
    refuses(address: string, { session }: Grant): Refused | null {
      if (all.size >= limits.all) return 'all';
      if (addresses.count(address) >= limits.perAddress) return 'address';
      return session !== null && sessions.count(session) >= limits.perSession ? 'session' : null;
    },
    add(stream: Stream): void {
      all.add(stream);
      owners.add(stream.grant.owners, stream);
      sessions.add(sessionOf(stream), stream);
      addresses.add([stream.address], stream);
    },
    /** From here on it hears what is told. */
    listen: (stream: Stream): void => audiences.add(stream.grant.audiences, stream),
    remove(stream: Stream): void {
      all.delete(stream);
      audiences.remove(stream.grant.audiences, stream);
      owners.remove(stream.grant.owners, stream);
      sessions.remove(sessionOf(stream), stream);
      addresses.remove([stream.address], stream);
    },
    hearing: audiences.of,
    ownedBy: (owner: string): Stream[] => [...owners.of(owner)],
    /** Of somebody who is signed in. */
    owned: (): Stream[] => [...all].filter(({ grant }) => grant.owners.length > 0),
  };
}
