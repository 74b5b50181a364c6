package dev.signet.storage.sql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The writer's connection in the hands of one work. Given back, it refuses everything, so that a
 * work which keeps its handle cannot reach into the transactions of others.
 */
final class LentConnection implements InvocationHandler {

    private final Connection connection;
    private boolean givenBack;

    private LentConnection(Connection connection) {
        this.connection = connection;
    }

    static Connection of(Connection connection) {
        return (Connection)
                Proxy.newProxyInstance(
                        LentConnection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        new LentConnection(connection));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        switch (method.getName()) {
            case "close" -> {
                givenBack = true;
                return null;
            }
            case "isClosed" -> {
                return givenBack;
            }
            default -> {
                return passedOn(method, arguments);
            }
        }
    }

    private @Nullable Object passedOn(Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (givenBack) {
            throw new SQLException("the work has ended");
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
