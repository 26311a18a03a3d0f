package io.alphaforge.store.timescale;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections for migrations through a pooler. The library that migrates sets where names are looked for in the session,
 * which belongs to others as well there; here it does so until the end of its transaction. It names its tables in full,
 * and the scripts go by what is set for the user.
 */
final class SharedSessions {
    private static final String OF_THE_SESSION = "SELECT set_config('search_path', ?, false)";
    private static final String OF_THE_TRANSACTION = "SELECT set_config('search_path', ?, true)";

    private SharedSessions() {}

    static DataSource of(DataSource source) {
        return proxy(DataSource.class, source);
    }

    private static <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                SharedSessions.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    @Nullable Object[] arguments = given == null ? new Object[0] : given.clone();
                    if (arguments.length > 0 && OF_THE_SESSION.equals(arguments[0])) {
                        arguments[0] = OF_THE_TRANSACTION;
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return result instanceof Connection connection ? proxy(Connection.class, connection) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
