package dev.hydrant.cli.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** What this process takes of the machine, from the moment of construction on. */
final class ProcessUse implements AutoCloseable {

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final long cpuBefore = system.getProcessCpuTime();
    private final LongAdder pauses = new LongAdder();
    private final LongAdder pausedMillis = new LongAdder();
    private final AtomicLong longestMillis = new AtomicLong();
    private final NotificationListener listener = this::collected;

    ProcessUse() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (pauses(collector) && collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(listener, null, null);
            }
        }
    }

    /** Collectors that work beside the program report their cycles too; those hold nothing up. */
    private static boolean pauses(GarbageCollectorMXBean collector) {
        return !collector.getName().contains("Concurrent")
                && !collector.getName().contains("Cycles");
    }

    double cpuSeconds() {
        return (system.getProcessCpuTime() - cpuBefore) / 1e9;
    }

    /** Share of the whole machine's processors that is busy, with whatever it is, 0 to 1; 0 where that can't be told. */
    double machineLoad() {
        return Math.max(0, system.getCpuLoad());
    }

    long gcPauses() {
        return pauses.sum();
    }

    double gcMillis() {
        return pausedMillis.sum();
    }

    double gcMaxMillis() {
        return longestMillis.get();
    }

    static long heapBytes() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Override
    public void close() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (pauses(collector) && collector instanceof NotificationEmitter emitter) {
                try {
                    emitter.removeNotificationListener(listener);
                } catch (ListenerNotFoundException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private void collected(Notification notification, Object handback) {
        if (notification.getUserData() instanceof CompositeData data) {
            long millis =
                    GarbageCollectionNotificationInfo.from(data).getGcInfo().getDuration();
            pauses.increment();
            pausedMillis.add(millis);
            longestMillis.accumulateAndGet(millis, Math::max);
        }
    }
}
