package io.github.curlffm.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/**
 * Makes the peers and handles that a test names as parameters, and closes them after it; then those in the fields of the
 * test. What was made last is closed first, as by a {@code try}. Registered for all by {@code META-INF/services}.
 *
 * <p>A parameter can be anything of this project that can be closed and has a constructor without parameters. Each
 * parameter is an object of its own.
 */
public final class Closing implements ParameterResolver, TestInstancePostProcessor {

    private static final String PROJECT = "io.github.curlffm";

    /** Fields end with each test, not with the class. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return isOurs(type) && !Modifier.isAbstract(type.getModifiers()) && hasConstructor(type);
    }

    private static boolean isOurs(Class<?> type) {
        return AutoCloseable.class.isAssignableFrom(type)
                && type.getPackageName().startsWith(PROJECT);
    }

    private static boolean hasConstructor(Class<?> type) {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        try {
            Constructor<?> constructor = parameter.getParameter().getType().getDeclaredConstructor();
            constructor.setAccessible(true);
            AutoCloseable made = (AutoCloseable) constructor.newInstance();
            closeInTheEnd(context, made);
            return made;
        } catch (InvocationTargetException e) {
            throw Closing.<RuntimeException>sneaky(e.getCause()); // which may skip the test
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T sneaky(Throwable throwable) throws T {
        throw (T) throwable;
    }

    @Override
    public void postProcessTestInstance(Object test, ExtensionContext context) {
        closeFieldsInTheEnd(test.getClass(), test, context);
    }

    private static void closeFieldsInTheEnd(Class<?> type, Object test, ExtensionContext context) {
        if (type == null) {
            return;
        }
        closeFieldsInTheEnd(type.getSuperclass(), test, context); // since its fields were made first
        for (Field field : type.getDeclaredFields()) {
            if (isOurs(field.getType()) && !Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                closeInTheEnd(context, () -> {
                    AutoCloseable value = (AutoCloseable) field.get(test);
                    if (value != null) {
                        value.close();
                    }
                });
            }
        }
    }

    /** JUnit closes what lies in its store after all methods that run after a test, beginning with what came last. */
    private static void closeInTheEnd(ExtensionContext context, AutoCloseable closeable) {
        context.getStore(Namespace.create(Closing.class)).put(new Object(), closeable);
    }
}
