package io.alphaforge.ui.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.alphaforge.files.JsonValues;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Asks a web server which version is newest: a JSON object with the text {@code version} and, where there is one,
 * {@code page}. Nothing about the user or this computer is sent.
 */
record ReleaseFeed(URI address, Duration patience) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST_BYTES = 64 << 10;

    /**
     * What the server says.
     *
     * @param page where the version can be had; empty when that is not said
     */
    record Answer(String version, String page) {}

    /** @throws IOException when there is no answer in time, or none that makes sense */
    Answer ask() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout((int) patience.toMillis());
        connection.setReadTimeout((int) patience.toMillis());
        connection.setRequestProperty("User-Agent", "AlphaForge");
        connection.setRequestProperty("Accept", "application/json");
        try {
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new IOException("The server answered with status " + connection.getResponseCode() + ".");
            }
            return parse(read(connection));
        } finally {
            connection.disconnect();
        }
    }

    private byte[] read(HttpURLConnection connection) throws IOException {
        // A server that sends a byte now and then would never run into the time limit of a read.
        long end = System.nanoTime() + patience.toNanos();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        try (InputStream in = connection.getInputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes.write(buffer, 0, read);
                if (bytes.size() > MOST_BYTES || System.nanoTime() > end) {
                    throw new IOException("The answer is too long or takes too long.");
                }
            }
        }
        return bytes.toByteArray();
    }

    private static Answer parse(byte[] bytes) throws IOException {
        try (JsonParser json = JSON.createParser(bytes)) {
            if (json.nextToken() == JsonToken.START_OBJECT
                    && JsonValues.read(json) instanceof Map<?, ?> fields
                    && fields.get("version") instanceof String version) {
                return new Answer(version, fields.get("page") instanceof String page ? page : "");
            }
        }
        throw new IOException("The answer names no version.");
    }
}
