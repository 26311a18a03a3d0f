package io.alphaforge.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
    private final Redaction redaction = new Redaction(Path.of("/home/ada"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    connecting to redis://ada:s3cret@cache.example:6379/1 | connecting to redis://***@cache.example:6379/1
                    jdbc:postgresql://ada:s3cret@db:5432/prices failed | jdbc:postgresql://***@db:5432/prices failed
                    jdbc:postgresql://db/prices?user=ada&password=s3cret&sslmode=require | jdbc:postgresql://db/prices?user=ada&password=***&sslmode=require
                    ALPHAFORGE_DB_PASSWORD=s3cret PATH=/bin | ALPHAFORGE_DB_PASSWORD=*** PATH=/bin
                    {"token": "s3cret", "n": 1} | {"token": ***, "n": 1}
                    sslpassword: 's3 cret' | sslpassword: ***
                    Authorization: Basic czNjcmV0OnMzY3JldA== | Authorization: ***
                    sent Bearer s3cret.s3cret | sent Bearer ***
                    apiKey=s3cret, other=1 | apiKey=***, other=1
                    got eyJhbGciOiJI.eyJzdWIiOiIx.c2lnbmF0dXJl back | got *** back
                    /home/ada/.local/share/alphaforge/logs | ~/.local/share/alphaforge/logs
                    /home/adamant/data | /home/adamant/data
                    the password of ada is not known | the password of ada is not known
                    https://example.com/path?a=b@c | https://example.com/path?a=b@c
                    """)
    void whatIsSecretIsGoneAndTheRestIsAsItWas(String text, String clean) {
        assertThat(redaction.of(text)).isEqualTo(clean);
    }

    @Test
    void severalLinesAreCleanedEachOnItsOwn() {
        assertThat(redaction.of("password=a\nnext: /home/ada\nredis://:b@h"))
                .isEqualTo("password=***\nnext: ~\nredis://***@h");
    }
}
