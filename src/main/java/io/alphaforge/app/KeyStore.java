package io.alphaforge.app;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import io.alphaforge.catalog.StoreException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key store of the platform: the Keychain, the Credential Manager, or on Linux what answers as Secret Service or
 * KWallet. It may be locked and ask the user in a window of its own, so that nobody waits for it without end.
 */
final class KeyStore {
    private static final Logger LOG = LoggerFactory.getLogger(KeyStore.class);
    private static final String SERVICE = "AlphaForge";
    /** How long opening a database waits for a password. */
    private static final Duration LOOK = Duration.ofSeconds(3);
    /** How long somebody who wants a password kept is given to unlock the store. */
    private static final Duration UNLOCK = Duration.ofSeconds(30);

    private static final String DO_WITHOUT =
            " The password can come from the environment variable ALPHAFORGE_DB_PASSWORD or from ~/.pgpass instead.";

    private static final String NONE = "There is no key store on this computer that can be asked." + DO_WITHOUT;

    private final boolean reachable;

    KeyStore(Map<String, String> environment, String os) {
        // Asking a bus that is not there would take the library half a second.
        reachable = !os.toLowerCase(Locale.ROOT).startsWith("linux")
                || !environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").isBlank();
    }

    private interface Work<T> {
        T apply(Keyring keyring) throws PasswordAccessException;
    }

    /** The password of an account; empty when there is none, or the store does not tell it soon. */
    Optional<String> find(String account) {
        try {
            return ask(LOOK, keyring -> Optional.of(keyring.getPassword(SERVICE, account)));
        } catch (StoreException e) {
            LOG.warn("The key store gave no password for {}: {}", account, e.getMessage());
            return Optional.empty();
        }
    }

    /** @throws StoreException with one sentence when it cannot be kept */
    void keep(String account, char[] password) {
        ask(UNLOCK, keyring -> {
            keyring.setPassword(SERVICE, account, new String(password));
            return account;
        });
    }

    /** @throws StoreException with one sentence when the store cannot be asked, or holds none */
    void forget(String account) {
        ask(UNLOCK, keyring -> {
            keyring.deletePassword(SERVICE, account);
            return account;
        });
    }

    private <T> T ask(Duration patience, Work<T> work) {
        if (!reachable) {
            throw new StoreException(NONE);
        }
        CompletableFuture<T> asking = new CompletableFuture<>();
        Thread.ofPlatform().name("key-store").daemon().start(() -> {
            try {
                asking.complete(opened(work));
            } catch (Throwable e) {
                asking.completeExceptionally(e);
            }
        });
        try {
            return asking.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new StoreException(
                    "The key store of this computer does not answer, perhaps because it is locked; unlock it and try"
                            + " again." + DO_WITHOUT,
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("Waiting for the key store was interrupted.", e);
        } catch (ExecutionException e) {
            throw refused(e.getCause() == null ? e : e.getCause());
        }
    }

    @SuppressWarnings("try") // Nobody interrupts the thread that closes it.
    private static <T> T opened(Work<T> work) throws Exception {
        try (Keyring keyring = Keyring.create()) {
            return work.apply(keyring);
        }
    }

    private static StoreException refused(Throwable e) {
        if (e instanceof BackendNotSupportedException || e instanceof LinkageError) {
            return new StoreException(NONE, e);
        }
        // The reasons of the platforms are of their own kind, and name accounts, not passwords.
        LOG.info("The key store refused: {}", String.valueOf(e.getMessage()));
        return new StoreException(
                "The key store of this computer holds no such password or does not give it away; unlock it and try"
                        + " again." + DO_WITHOUT,
                e);
    }
}
