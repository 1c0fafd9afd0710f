package dev.hydrant.cli.progress;

/** The line that says how a run stands: the most important first, in case the terminal is narrow. */
final class ProgressText {

    private ProgressText() {}

    static String of(Snapshot now) {
        StringBuilder text = new StringBuilder();
        text.append(Amount.clock(now.seconds()));
        text.append(' ').append(String.format("%3d%%", now.percent()));
        text.append("  sent ").append(Amount.count(now.accounting().acknowledged()));
        text.append("  ")
                .append(Amount.rate(now.rate()))
                .append('/')
                .append(Amount.rate(now.target()))
                .append(" a s");
        text.append("  p50 ").append(Amount.millis(now.response().p50()));
        text.append(" p99 ").append(Amount.millis(now.response().p99())).append(" ms");
        text.append("  in flight ").append(now.inFlight());
        text.append("  retries ").append(Amount.count(now.retries()));
        Long rows = now.landing().rows();
        if (rows != null) {
            text.append("  rows ").append(Amount.count(rows));
        }
        long lost = now.accounting().deadLettered() + now.accounting().aborted();
        if (lost > 0) {
            text.append("  not delivered ").append(Amount.count(lost));
        }
        return text.toString();
    }
}
