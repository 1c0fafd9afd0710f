package dev.hydrant.record.sensor;

import static dev.hydrant.record.Significance.assertUncorrelated;
import static dev.hydrant.record.Significance.assertUniform;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each test of chance fails for one seed in ten million ({@link dev.hydrant.record.Significance}); there are 21 here. */
class UniformReadingsTest {

    private static final int RECORDS = 1_000_000;
    private static final String[] FIELDS = {"temperature", "humidity", "pressure"};
    private static final int[] LOWEST = {18_00, 40_00, 1000_00};
    private static final int[] VALUES = {1001, 4001, 2001};

    /** The value of each field and record, in hundredths. */
    private static final double[][] READINGS = new double[3][RECORDS];

    @BeforeAll
    static void read() {
        Readings readings = new UniformReadings(11, "sensors");
        byte[] bytes = Readings.TEMPLATE.getBytes(US_ASCII);
        for (int index = 0; index < RECORDS; index++) {
            assertThat(readings.write(0, index, 0, bytes, 0)).isEqualTo(bytes.length);
            READINGS[0][index] = hundredths(bytes, 0, 5);
            READINGS[1][index] = hundredths(bytes, 17, 5);
            READINGS[2][index] = hundredths(bytes, 34, 7);
        }
    }

    @Test
    void everyValueOfEveryRangeIsEquallyLikelyAndNoOtherOccurs() {
        for (int field = 0; field < 3; field++) {
            long[] counts = new long[VALUES[field]];
            for (double value : READINGS[field]) {
                counts[(int) value - LOWEST[field]]++;
            }
            assertThat(counts).doesNotContain(0);
            assertUniform(FIELDS[field], counts);
        }
    }

    @Test
    void theFieldsOfARecordAreUncorrelated() {
        for (int field = 0; field < 3; field++) {
            int other = (field + 1) % 3;
            assertUncorrelated(FIELDS[field] + " and " + FIELDS[other], READINGS[field], READINGS[other]);
        }
    }

    @Test
    void theJointDistributionOfTheFieldsIsEven() {
        for (int field = 0; field < 3; field++) {
            int other = (field + 1) % 3;
            long[] counts = new long[50 * 50];
            for (int index = 0; index < RECORDS; index++) {
                // Without its highest value each range divides into fifty equal parts.
                if (step(field, index) < VALUES[field] - 1 && step(other, index) < VALUES[other] - 1) {
                    counts[fiftieth(field, index) * 50 + fiftieth(other, index)]++;
                }
            }
            assertUniform(FIELDS[field] + " with " + FIELDS[other], counts);
        }
    }

    @Test
    void neighbouringRecordsAndThoseOfOneSensorAreUncorrelated() {
        for (int distance : new int[] {1, 2, 10, 20}) {
            for (int field = 0; field < 3; field++) {
                double[] first = Arrays.copyOf(READINGS[field], RECORDS - distance);
                double[] second = Arrays.copyOfRange(READINGS[field], distance, RECORDS);
                assertUncorrelated(FIELDS[field] + " at distance " + distance, first, second);
            }
        }
    }

    private static int step(int field, int index) {
        return (int) READINGS[field][index] - LOWEST[field];
    }

    private static int fiftieth(int field, int index) {
        return step(field, index) * 50 / (VALUES[field] - 1);
    }

    private static int hundredths(byte[] bytes, int at, int length) {
        return Integer.parseInt(new String(bytes, at, length, US_ASCII).replace(".", ""));
    }
}
