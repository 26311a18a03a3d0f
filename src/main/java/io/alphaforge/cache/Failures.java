package io.alphaforge.cache;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a Redis does not answer, in words for the user; each is the second half of a sentence about the server. */
final class Failures {
    private Failures() {}

    static boolean caused(Throwable failure, Class<? extends Throwable> by) {
        return all(failure).anyMatch(by::isInstance);
    }

    /**
     * A failure and everything behind it, each once: the client hides why it cannot connect among what it suppressed, and
     * some of that has been suppressed by itself.
     */
    private static Stream<Throwable> all(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> all = new ArrayList<>();
        Deque<Throwable> next = new ArrayDeque<>(List.of(failure));
        while (!next.isEmpty()) {
            Throwable one = next.pop();
            if (seen.add(one)) {
                all.add(one);
                List.of(one.getSuppressed()).reversed().forEach(next::push);
                if (one.getCause() != null) {
                    next.push(one.getCause());
                }
            }
        }
        return all.stream();
    }

    /** For example "it refuses the password; …", without a full stop. */
    static String reason(Throwable failure, RedisOptions options) {
        if (failure instanceof IllegalArgumentException) {
            // Written for the user already.
            return String.valueOf(failure.getMessage()).replaceFirst("\\.$", "");
        }
        String messages = messages(failure);
        if (messages.contains("WRONGPASS") || messages.contains("invalid password")) {
            return "it refuses the user name or the password; put the right one into " + RedisOptions.PASSWORD;
        }
        if (messages.contains("NOAUTH")) {
            return "it asks for a password; put it into the environment variable " + RedisOptions.PASSWORD;
        }
        if (messages.contains("NOPERM")) {
            return "its user may not do what a cache does; the server's administrator can allow it";
        }
        if (messages.contains("LOADING")) {
            return "it is still loading its data";
        }
        if (messages.contains("DB index is out of range")) {
            return "it has no database " + options.address().database();
        }
        return caused(failure, SSLException.class) || caused(failure, CertificateException.class)
                ? certificate(failure, messages, options)
                : connection(failure, options);
    }

    private static String certificate(Throwable failure, String messages, RedisOptions options) {
        if (caused(failure, CertificateExpiredException.class)
                || messages.toLowerCase(Locale.ROOT).contains("validity check failed")) {
            return "its certificate has expired; the server's administrator has to renew it";
        }
        if (messages.contains("No name matching") || messages.contains("No subject alternative")) {
            return "its certificate is for another host than "
                    + options.address().host() + "; use the name that the certificate is for";
        }
        if (messages.contains("valid certification path") || caused(failure, CertPathValidatorException.class)) {
            return "its certificate is signed by nobody who is trusted; put the team's certificate into a file and name"
                    + " it with " + RedisOptions.CERTIFICATES;
        }
        if (messages.contains("Unsupported or unrecognized SSL message")) {
            return "it does not speak TLS; use redis:// if the network is trusted";
        }
        return "no encrypted connection comes about (" + last(failure) + ")";
    }

    private static String connection(Throwable failure, RedisOptions options) {
        if (caused(failure, UnknownHostException.class)) {
            return "there is no host " + options.address().host();
        }
        if (caused(failure, SocketTimeoutException.class)
                || caused(failure, TimeoutException.class)
                || caused(failure, NoRouteToHostException.class)) {
            return "it does not answer";
        }
        if (caused(failure, ConnectException.class)) {
            return "nothing listens there";
        }
        return "the connection fails (" + last(failure) + ")";
    }

    private static String messages(Throwable failure) {
        return all(failure).map(t -> String.valueOf(t.getMessage())).collect(Collectors.joining("\n"));
    }

    private static String last(Throwable failure) {
        Throwable last = all(failure).reduce(failure, (one, next) -> next);
        String message = last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
