package io.alphaforge.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An encrypted entrance to a server that has none of its own, with a certificate made for it. */
final class TlsEntrance implements AutoCloseable {
    private static final String PASSWORD = "for-tests-only";

    private final ServerSocket entrance;
    private final int target;
    private final Path certificate;

    /**
     * Opens the entrance.
     *
     * @param names as in a certificate, for example {@code ip:127.0.0.1}
     * @param validity more arguments for the certificate, for example {@code -startdate -10d -validity 1}
     */
    TlsEntrance(int target, Path folder, String names, String... validity) {
        this.target = target;
        Path store = folder.resolve("server.p12");
        certificate = folder.resolve("team.pem");
        keytool(store, List.of("-genkeypair", "-alias", "team", "-keyalg", "EC", "-dname", "CN=team", "-ext", "bc:c"));
        keytool(store, List.of("-exportcert", "-rfc", "-alias", "team", "-file", certificate.toString()));
        keytool(store, List.of("-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=server"));
        Path request = folder.resolve("server.csr");
        keytool(store, List.of("-certreq", "-alias", "server", "-file", request.toString()));
        Path signed = folder.resolve("server.pem");
        List<String> sign = new ArrayList<>(List.of("-gencert", "-alias", "team", "-rfc", "-ext", "san=" + names));
        sign.addAll(List.of("-infile", request.toString(), "-outfile", signed.toString()));
        sign.addAll(Arrays.asList(validity));
        keytool(store, sign);
        keytool(store, List.of("-importcert", "-alias", "server", "-file", signed.toString()));
        keytool(store, List.of("-delete", "-alias", "team"));
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD.toCharArray());
            }
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            entrance = context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofPlatform().daemon().start(this::accept);
    }

    private static void keytool(Path store, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        // It runs for a moment only, several times a test.
        command.add("-J-XX:TieredStopAtLevel=1");
        command.addAll(arguments);
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** A file with the certificate of those who signed the server's. */
    Path certificate() {
        return certificate;
    }

    private void accept() {
        try {
            while (true) {
                Socket outside = entrance.accept();
                Socket inside = new Socket(InetAddress.getLoopbackAddress(), target);
                Thread.ofPlatform().daemon().start(() -> copy(outside, inside));
                Thread.ofPlatform().daemon().start(() -> copy(inside, outside));
            }
        } catch (IOException e) {
            // The entrance was closed.
            return;
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Whoever is left finds the connection closed.
            return;
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
