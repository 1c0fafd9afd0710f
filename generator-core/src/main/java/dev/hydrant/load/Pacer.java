package dev.hydrant.load;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;

/**
 * Lets records go when they are due, and no faster than a ceiling when many are overdue.
 *
 * <p>A record that is late is let go as soon as it can be; none is skipped. The ceiling, a Resilience4j rate limiter, bounds
 * how fast a backlog is worked off after a stall. Time is handed in, so a pacer itself never waits. For one thread.
 */
public final class Pacer {

    private static final double REFRESHES_PER_SECOND = 100;

    private final LoadProfile profile;
    private final int step;
    private final RateLimiter ceiling;
    private int reserved;
    private long reservedUntil;

    /**
     * @param step the distance between this pacer's indexes, at least 1
     * @param ceiling the most records let go in a second, above 0
     */
    public Pacer(LoadProfile profile, int step, double ceiling) {
        this.profile = profile;
        this.step = step;
        this.ceiling = RateLimiter.of("ceiling", limits(ceiling));
    }

    /**
     * How many records may go at {@code now}: those of index, index + step, … that are due, at most {@code most}, or 0.
     * The caller lets exactly that many go.
     */
    public int ready(long index, int most, long now) {
        if (reserved == 0) {
            reserved = due(index, most, now);
            reservedUntil = reserved == 0 ? now : now + ceiling.reservePermission(reserved);
        }
        if (now < reservedUntil) {
            return 0;
        }
        int ready = Math.min(reserved, most);
        reserved -= ready;
        return ready;
    }

    /** When {@link #ready} is worth asking again, in nanoseconds after the start. */
    public long wake(long index) {
        return reserved > 0 ? reservedUntil : profile.due(index);
    }

    /** Asked of the count, not record by record: so a wake-up costs the same however many are due. */
    private int due(long index, int most, long now) {
        long overdue = profile.count(now + 1) - index;
        return overdue <= 0 ? 0 : (int) Math.min(most, (overdue - 1) / step + 1);
    }

    private static RateLimiterConfig limits(double perSecond) {
        int permits = (int) Math.max(1, Math.min(1_000_000, Math.round(perSecond / REFRESHES_PER_SECOND)));
        return RateLimiterConfig.custom()
                .limitForPeriod(permits)
                .limitRefreshPeriod(Duration.ofNanos(Math.max(1, Math.round(permits * 1e9 / perSecond))))
                // Reservations wait as long as they must: late is allowed, lost is not.
                .timeoutDuration(Duration.ofDays(365))
                .build();
    }
}
