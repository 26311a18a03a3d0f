package io.alphaforge.store.timescale;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose statements are timed. The driver fetches all rows before it returns from running a query, so that the
 * time until then is that of the whole query. {@code unwrap(QueryTimer.class)} gives the timer to what goes around it.
 */
final class MeasuredConnection implements InvocationHandler {
    private final Connection connection;
    private final QueryTimer timer;

    private MeasuredConnection(Connection connection, QueryTimer timer) {
        this.connection = connection;
        this.timer = timer;
    }

    static Connection of(Connection connection, QueryTimer timer) {
        return proxy(Connection.class, new MeasuredConnection(connection, timer));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader() == null ? MeasuredConnection.class.getClassLoader() : type.getClassLoader(),
                new Class<?>[] {type},
                handler));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        boolean timerWanted = arguments != null && arguments.length == 1 && QueryTimer.class.equals(arguments[0]);
        if (timerWanted) {
            return method.getReturnType().equals(boolean.class) ? true : timer;
        }
        Object result = pass(connection, method, arguments);
        String sql = arguments != null && arguments[0] instanceof String text ? text : "";
        return result instanceof Statement statement ? timed(statement, sql) : result;
    }

    private Statement timed(Statement statement, String sql) {
        if (statement instanceof CallableStatement) {
            return proxy(CallableStatement.class, timing(statement, sql));
        }
        return statement instanceof PreparedStatement
                ? proxy(PreparedStatement.class, timing(statement, sql))
                : proxy(Statement.class, timing(statement, sql));
    }

    private InvocationHandler timing(Statement statement, String prepared) {
        return (proxy, method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return pass(statement, method, arguments);
            }
            long start = System.nanoTime();
            try {
                return pass(statement, method, arguments);
            } finally {
                timer.ended(start, arguments != null && arguments[0] instanceof String sql ? sql : prepared);
            }
        };
    }

    private static @Nullable Object pass(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
