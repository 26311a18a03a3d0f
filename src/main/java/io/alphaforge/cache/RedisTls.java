package io.alphaforge.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;

/** Encryption of a connection, with certificate and host name checked; there is no way to switch the checks off. */
final class RedisTls {
    /** Certificates are no secret, but a store of them wants a password. */
    private static final char[] NO_SECRET = "public".toCharArray();

    private RedisTls() {}

    /**
     * Trusts the certificates of a file, or those that Java trusts.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    static SslOptions options(@Nullable Path trusted) {
        SslOptions.Builder options = SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL);
        if (trusted != null) {
            byte[] store = store(trusted);
            options.trustStoreType("PKCS12").truststore(() -> new ByteArrayInputStream(store), NO_SECRET);
        }
        return options.build();
    }

    private static byte[] store(Path trusted) {
        try (InputStream in = Files.newInputStream(trusted)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int count = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("trusted-" + count++, certificate);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, NO_SECRET);
            return bytes.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "The certificates in " + trusted + " cannot be used; " + RedisOptions.CERTIFICATES
                            + " has to name a file of certificates in PEM form.",
                    e);
        }
    }
}
