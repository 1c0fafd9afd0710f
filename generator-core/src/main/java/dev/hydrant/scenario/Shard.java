package dev.hydrant.scenario;

/**
 * One of several equal shares of a stream's indexes, dealt in turn: shard s of n has the indexes s, s + n, s + 2n, …
 *
 * @param number which share, from 0 to {@code of - 1}
 * @param of how many shares there are, at least 1
 */
public record Shard(int number, int of) {

    /** All of the stream. */
    public static final Shard WHOLE = new Shard(0, 1);

    public Shard {
        if (of < 1) {
            throw new IllegalArgumentException("shards " + of + ": allowed from 1");
        }
        if (number < 0 || number >= of) {
            throw new IllegalArgumentException("shard " + number + " of " + of + ": allowed 0 to " + (of - 1));
        }
    }

    /** The first index of this share that is {@code index} or later. */
    public long ceiling(long index) {
        return index + Math.floorMod(number - index, (long) of);
    }
}
