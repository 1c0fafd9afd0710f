package dev.hydrant.cli.session;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** Ctrl-C, or a request to terminate: once to finish what was begun, twice to leave at once. */
public final class Interrupts {

    private static final int KILLED = 130;

    private Interrupts() {}

    /**
     * From now on the first signal does {@code once} and the second {@code twice}, in a thread of their own; a third ends the
     * JVM on the spot.
     *
     * <p>A shutdown hook would not do: it runs once, and the JVM is on its way out by then.
     */
    public static void on(Runnable once, Runnable twice) {
        AtomicInteger count = new AtomicInteger();
        Runnable next = () -> {
            switch (count.incrementAndGet()) {
                case 1 -> once.run();
                case 2 -> twice.run();
                default -> Runtime.getRuntime().halt(KILLED);
            }
        };
        handle("INT", next);
        handle("TERM", next);
    }

    /** {@code sun.misc.Signal} is what the JDK has for this, in its module jdk.unsupported; by name, as javac warns of every other use. */
    private static void handle(String signal, Runnable action) {
        try {
            Class<?> signals = Class.forName("sun.misc.Signal");
            Class<?> handlers = Class.forName("sun.misc.SignalHandler");
            Object handler = Proxy.newProxyInstance(
                    Interrupts.class.getClassLoader(), new Class<?>[] {handlers}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            action.run();
                        }
                        return null;
                    });
            signals.getMethod("handle", signals, handlers)
                    .invoke(null, signals.getConstructor(String.class).newInstance(signal), handler);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK cannot handle the signal " + signal, e);
        }
    }
}
