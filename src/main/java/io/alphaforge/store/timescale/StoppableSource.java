package io.alphaforge.store.timescale;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections of a migration, each of them given up when it is not wanted any more; none is handed out after that. */
final class StoppableSource {
    private StoppableSource() {}

    /** @param cancelled asked again and again while a connection is in use, by the one thread that uses it */
    static DataSource of(DataSource source, BooleanSupplier cancelled) {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = method.invoke(source, arguments);
            return result instanceof Connection connection ? watched(connection, cancelled) : result;
        });
    }

    private static Connection watched(Connection connection, BooleanSupplier cancelled) throws SQLException {
        if (cancelled.getAsBoolean()) {
            connection.close();
            throw new SQLException("The migration was cancelled.", ServerMaintenance.CANCELLED);
        }
        WriteStop stop = WriteStop.of(connection, cancelled);
        boolean[] closed = {false};
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("close") && !closed[0]) {
                closed[0] = true;
                stop.close();
            }
            return method.invoke(connection, arguments);
        });
    }

    private interface Call {
        @Nullable
        Object to(java.lang.reflect.Method method, @Nullable Object @Nullable [] arguments)
                throws ReflectiveOperationException, SQLException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                StoppableSource.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return call.to(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
