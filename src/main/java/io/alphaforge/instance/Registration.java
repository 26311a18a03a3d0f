package io.alphaforge.instance;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a running application listens, as it has written it down for others.
 *
 * @param process its id
 * @param socket the address at which it listens
 */
record Registration(long process, Path socket) {
    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

    /** Reads what was written; empty where there is nothing, or nothing that makes sense. */
    static Optional<Registration> read(Path file) {
        try {
            String text = Files.readString(file);
            int end = Math.max(0, text.indexOf('\n'));
            return Optional.of(
                    new Registration(Long.parseLong(text.substring(0, end)), Path.of(text.substring(end + 1))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} does not say where an application listens.", file, e);
            return Optional.empty();
        }
    }

    /** Whether somebody listens there, whoever it is; one who is too busy to take a call counts. */
    boolean isHeard() {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.configureBlocking(false);
            channel.connect(UnixDomainSocketAddress.of(socket));
            return true;
        } catch (ConnectException e) {
            return false;
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("Whether somebody listens at {} is not known.", socket, e);
            return Files.exists(socket);
        }
    }

    /** Writes it down, whole or not at all: the process in the first line, after it the address as it is. */
    void write(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, process + "\n" + socket);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
