package dev.hydrant.record.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FleetTest {

    @Test
    void theFirstTenStandInFiveLocations() {
        Fleet fleet = new Fleet(10);
        assertThat(IntStream.range(0, 10).mapToObj(sensor -> fleet.id(sensor) + " " + fleet.location(sensor)))
                .containsExactly(
                        "sensor-001 warehouse-a",
                        "sensor-002 warehouse-a",
                        "sensor-003 warehouse-b",
                        "sensor-004 warehouse-b",
                        "sensor-005 warehouse-c",
                        "sensor-006 warehouse-c",
                        "sensor-007 office",
                        "sensor-008 office",
                        "sensor-009 datacenter",
                        "sensor-010 datacenter");
    }

    @ParameterizedTest
    @CsvSource({
        "11, warehouse-d",
        "17, office-2",
        "20, datacenter-2",
        "84, warehouse-z",
        "85, warehouse-aa",
        "97, office-10",
        "2336, warehouse-zz",
        "2341, warehouse-aaa",
        "10000000, datacenter-1000000"
    })
    void locationsGrowWithTheFleet(int number, String location) {
        assertThat(new Fleet(number).location(number - 1)).isEqualTo(location);
        assertThat(new Fleet(Fleet.MAX_SIZE).location(number - 1)).isEqualTo(location);
    }

    @ParameterizedTest
    @CsvSource({
        "1, sensor-001",
        "999, sensor-001",
        "1000, sensor-0001",
        "9999999, sensor-0000001",
        "10000000, sensor-00000001"
    })
    void idsArePaddedToWhatTheSizeNeeds(int size, String first) {
        assertThat(new Fleet(size).id(0)).isEqualTo(first);
    }

    @Test
    void everyNameIsTheOneOfTheDefinition() {
        Fleet fleet = new Fleet(Fleet.MAX_SIZE);
        for (int sensor = 0; sensor < Fleet.MAX_SIZE; sensor += sensor < 50_000 ? 1 : 997) {
            assertThat(fleet.id(sensor)).isEqualTo(PlainSensors.id(sensor, Fleet.MAX_SIZE));
            assertThat(fleet.location(sensor)).isEqualTo(PlainSensors.location(sensor));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 10_000_001, Integer.MAX_VALUE})
    void otherSizesAreRefused(int size) {
        assertThatThrownBy(() -> new Fleet(size))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(size + " sensors: allowed 1 to 10000000");
    }
}
