package dev.hydrant.cli.doctor;

/**
 * What a check found.
 *
 * @param says what is there or what is wrong, in one line
 * @param mend the command, or the commands, one a line, that mend it; empty when nothing is wrong
 */
record Finding(Verdict verdict, String says, String mend) {

    enum Verdict {
        OK("ok"),
        /** apply, or the generators after it, would fail. */
        FAIL("FAIL"),
        /** It could not be looked at, or is not needed. */
        SKIPPED("skipped");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    static Finding ok(String says) {
        return new Finding(Verdict.OK, says, "");
    }

    static Finding fail(String says, String mend) {
        return new Finding(Verdict.FAIL, says, mend);
    }

    /** Fails because something else was asked about than the account has room for: the account stays, apply gets another value. */
    static Finding corrected(String says, String option, String variable, String value) {
        return fail(
                says,
                "hydrant doctor %s=%s\nterraform apply then needs -var=%s=%s"
                        .formatted(option, value, variable, value));
    }

    static Finding skipped(String says) {
        return new Finding(Verdict.SKIPPED, says, "");
    }
}
