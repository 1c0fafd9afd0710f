package dev.hydrant.cli.session;

import java.util.concurrent.atomic.AtomicInteger;
import sun.misc.Signal;

/** Ctrl-C, or a request to terminate: once to finish what was begun, twice to leave at once. */
public final class Interrupts {

    private final AtomicInteger count = new AtomicInteger();

    private Interrupts() {}

    /**
     * From now on the first signal does {@code once} and the second {@code twice}, in a thread of their own.
     *
     * <p>A shutdown hook would not do: it runs once, and the JVM is on its way out by then.
     */
    public static void on(Runnable once, Runnable twice) {
        Interrupts interrupts = new Interrupts();
        for (String name : new String[] {"INT", "TERM"}) {
            Signal.handle(new Signal(name), signal -> interrupts.next(once, twice));
        }
    }

    private void next(Runnable once, Runnable twice) {
        switch (count.incrementAndGet()) {
            case 1 -> once.run();
            case 2 -> twice.run();
            default -> Runtime.getRuntime().halt(130);
        }
    }
}
