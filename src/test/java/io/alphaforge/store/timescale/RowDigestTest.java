package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The digest of a table's rows beside one worked out with big numbers. */
class RowDigestTest {
    private static RowDigest of(String text, int part) {
        RowDigest digest = new RowDigest();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i += part) {
            digest.write(bytes, i, Math.min(part, bytes.length - i));
        }
        return digest;
    }

    private static String naive(List<String> records) throws NoSuchAlgorithmException {
        BigInteger sum = BigInteger.ZERO;
        for (String each : records) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(each.getBytes(StandardCharsets.UTF_8));
            sum = sum.add(new BigInteger(1, Arrays.copyOf(hash, 16)));
        }
        return "%032x".formatted(sum.mod(BigInteger.TWO.pow(128)));
    }

    private static String joined(List<String> records) {
        return String.join("\n", records) + "\n";
    }

    @Test
    void itIsTheSumOfTheHashesInWhateverOrderTheRowsCome() throws NoSuchAlgorithmException {
        List<String> records = new ArrayList<>(List.of("id,note"));
        Random random = new Random(1);
        IntStream.range(0, 500).forEach(i -> records.add(i + ",é" + random.nextLong()));
        RowDigest digest = of(joined(records), 7);
        assertThat(digest.hex()).isEqualTo(naive(records));
        assertThat(digest.rows()).isEqualTo(500);
        Collections.shuffle(records.subList(1, 501), random);
        assertThat(of(joined(records), 4096).hex()).isEqualTo(digest.hex());
        records.set(250, records.get(250) + "x");
        assertThat(of(joined(records), 4096).hex()).isNotEqualTo(digest.hex()).isEqualTo(naive(records));
    }

    @Test
    void aLineBreakOrTwoQuotesWithinQuotesEndNoRow() throws NoSuchAlgorithmException {
        List<String> records = List.of("note", "\"a\nb\"", "\"say \"\"so\"\"\n,\"", "c");
        RowDigest digest = of(joined(records), 1);
        assertThat(digest.rows()).isEqualTo(3);
        assertThat(digest.hex()).isEqualTo(naive(records));
    }

    @Test
    void rowsThatAreCutOffAreNotWhole() {
        assertThat(of("note\na\n", 3).whole()).isTrue();
        assertThat(of("note\na", 3).whole()).isFalse();
        assertThat(of("note\n\"a\n", 3).whole()).isFalse();
        assertThat(of("", 1).rows()).isZero();
        assertThat(of("note\n", 1).rows()).isZero();
    }
}
