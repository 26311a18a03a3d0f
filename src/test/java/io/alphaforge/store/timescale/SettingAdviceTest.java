package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.MaintenanceItem;
import io.alphaforge.store.timescale.SettingAdvice.Setting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is recommended of settings, in cases worked out by hand. */
class SettingAdviceTest {
    private static final long MB = 1L << 20;
    private static final long GB = 1L << 30;

    private static Map<String, Setting> settings(long connections) {
        return new HashMap<>(Map.of(
                "shared_buffers", new Setting("128MB", 128 * MB),
                "effective_cache_size", new Setting("4GB", 4 * GB),
                "work_mem", new Setting("4MB", 4 * MB),
                "max_connections", new Setting(Long.toString(connections), connections),
                "jit", new Setting("on", 0)));
    }

    private static MaintenanceItem item(List<MaintenanceItem> items, String name) {
        return items.stream().filter(i -> i.name().equals(name)).findFirst().orElseThrow();
    }

    private static String recommended(SettingAdvice advice, String name) {
        return item(advice.items(GB, 1), name).recommended();
    }

    @Test
    void ofAKnownMemoryAQuarterIsForBuffersAndThreeQuartersAreForThePlanner() {
        SettingAdvice advice = new SettingAdvice(settings(100), 16 * GB, "as you say");
        assertThat(recommended(advice, "shared_buffers")).isEqualTo("4096MB");
        assertThat(recommended(advice, "effective_cache_size")).isEqualTo("12GB");
        // 16,384 MB / 4 / 100 = 40.96 MB
        assertThat(recommended(advice, "work_mem")).isEqualTo("41MB");
        assertThat(recommended(advice, "jit")).isEqualTo("off");
        assertThat(item(advice.items(GB, 1), "shared_buffers"))
                .satisfies(i -> assertThat(i.value()).isEqualTo("128MB"))
                .satisfies(i -> assertThat(i.note()).contains("16.00 GB as you say"));
    }

    @Test
    void withoutTheMemoryNoFigureIsMadeUp() {
        SettingAdvice advice = new SettingAdvice(settings(100), 0, "");
        assertThat(recommended(advice, "shared_buffers")).isEqualTo("¼ of memory");
        assertThat(item(advice.items(100 * MB, 1), "shared_buffers").recommended())
                .as("the whole database finds room")
                .isEqualTo("128MB");
        assertThat(item(advice.items(128 * MB, 1), "shared_buffers").recommended())
                .isEqualTo("128MB");
        assertThat(recommended(advice, "effective_cache_size")).isEqualTo("384MB");
        assertThat(recommended(advice, "work_mem"))
                .as("128 MB / 100 is less than the least")
                .isEqualTo("4MB");
    }

    @ParameterizedTest
    @CsvSource({"0, 64MB", "1, 64MB", "32, 64MB", "64, 32MB", "1000, 4MB"})
    void workMemoryStaysWithinItsBoundsHoweverManyMayConnect(long connections, String expected) {
        // 8 GB / 4 = 2,048 MB
        assertThat(recommended(new SettingAdvice(settings(connections), 8 * GB, ""), "work_mem"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"10, 24, 1", "24, 24, 4", "100, 100, 16", "200, 200, 33", "201, 200, 33", "500, 200, 83"})
    void connectionsAreEnoughForFourWorkstationsAndNotMoreThanAServerCarries(
            long connections, String expected, String workstations) {
        MaintenanceItem item = item(new SettingAdvice(settings(connections), 0, "").items(GB, 2), "max_connections");
        assertThat(item.recommended()).isEqualTo(expected);
        assertThat(item.note()).contains("serve " + workstations + ";").contains("2 are open now");
        assertThat(item.note().contains("PgBouncer")).isEqualTo(connections > 200);
    }

    @Test
    void whatTheServerDoesNotTellIsNotJudged() {
        Map<String, Setting> settings = settings(100);
        settings.remove("jit");
        assertThat(new SettingAdvice(settings, GB, "").items(GB, 1))
                .extracting(MaintenanceItem::name)
                .containsExactly("shared_buffers", "effective_cache_size", "work_mem", "max_connections");
    }

    @ParameterizedTest
    @CsvSource({"0, 1MB", "1048575, 1MB", "1610612736, 1536MB", "10736369664, 10239MB", "10737418240, 10GB"})
    void sizesAreWrittenAsTheServerTakesThem(double bytes, String expected) {
        assertThat(SettingAdvice.written(bytes)).isEqualTo(expected);
    }
}
