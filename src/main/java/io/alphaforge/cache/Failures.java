package io.alphaforge.cache;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Why a Redis does not answer, in words for the user; each is the second half of a sentence about the server. */
final class Failures {
    private Failures() {}

    static boolean caused(Throwable failure, Class<? extends Throwable> by) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (by.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    /** For example "it refuses the password; …", without a full stop. */
    static String reason(Throwable failure, RedisOptions options) {
        if (failure instanceof IllegalArgumentException) {
            // Written for the user already.
            return String.valueOf(failure.getMessage()).replaceFirst("\\.$", "");
        }
        String all = messages(failure);
        if (all.contains("WRONGPASS") || all.contains("invalid password")) {
            return "it refuses the user name or the password; put the right one into " + RedisOptions.PASSWORD;
        }
        if (all.contains("NOAUTH")) {
            return "it asks for a password; put it into the environment variable " + RedisOptions.PASSWORD;
        }
        if (all.contains("without any password configured")) {
            return "it has no password, but " + RedisOptions.PASSWORD + " gives one; take that away";
        }
        if (all.contains("NOPERM")) {
            return "its user may not do what a cache does; the server's administrator can allow it";
        }
        if (all.contains("LOADING")) {
            return "it is still loading its data";
        }
        if (all.contains("DB index is out of range")) {
            return "it has no database " + options.address().database();
        }
        return caused(failure, SSLException.class) || caused(failure, CertificateException.class)
                ? certificate(failure, all, options)
                : connection(failure, options);
    }

    private static String certificate(Throwable failure, String all, RedisOptions options) {
        if (caused(failure, CertificateExpiredException.class)
                || all.toLowerCase(Locale.ROOT).contains("validity check failed")) {
            return "its certificate has expired; the server's administrator has to renew it";
        }
        if (all.contains("No name matching") || all.contains("No subject alternative")) {
            return "its certificate is for another host than "
                    + options.address().host() + "; use the name that the certificate is for";
        }
        if (all.contains("valid certification path") || caused(failure, CertPathValidatorException.class)) {
            return "its certificate is signed by nobody who is trusted; put the team's certificate into a file and name"
                    + " it with " + RedisOptions.CERTIFICATES;
        }
        if (all.contains("Unsupported or unrecognized SSL message")) {
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
        StringBuilder all = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            all.append(t.getMessage()).append('\n');
        }
        return all.toString();
    }

    private static String last(Throwable failure) {
        Throwable t = failure;
        while (t.getCause() != null) {
            t = t.getCause();
        }
        String message = t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
