package io.github.curlffm.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.testing.ChildJvm;
import io.github.curlffm.testing.Garbage;
import io.github.curlffm.testing.HttpPeer;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server deploys an application with this library inside it, again and again, each time by a class loader of its own. */
class ClassLoadersTest {

    private static final int TIMES = 5;

    private final HttpPeer peer = new HttpPeer(exchange -> {
        exchange.getRequestBody().readAllBytes();
        HttpPeer.answer(exchange, 200, "body");
    });

    private static URLClassLoader loader() throws Exception {
        URL[] code = {ChildJvm.codeOfTheLibrary().toUri().toURL(), codeOf(Application.class)};
        return new URLClassLoader(code, ClassLoader.getPlatformClassLoader());
    }

    private static URL codeOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toUri()
                .toURL();
    }

    @SuppressWarnings("unchecked")
    private static Function<String, Integer> application(ClassLoader loader) throws Exception {
        Class<?> type = loader.loadClass(Application.class.getName());
        assertNotSame(Application.class, type);
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return (Function<String, Integer>) constructor.newInstance();
    }

    /** Runs an application to its end, in a thread that belongs to it. */
    private WeakReference<ClassLoader> undeployed(String end) throws Exception {
        try (URLClassLoader loader = loader()) {
            Function<String, Integer> application = application(loader);
            Throwable[] thrown = {null};
            Thread thread = new Thread(() -> {
                application.apply(peer.url("/"));
                application.apply(end);
            });
            thread.setContextClassLoader(loader);
            thread.setUncaughtExceptionHandler((any, e) -> thrown[0] = e);
            thread.start();
            thread.join();
            assertEquals(null, thrown[0]);
            return new WeakReference<>(loader);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Application.CLOSE, Application.FORGET})
    void aLoaderGoesWhenItsHandlesAreGone(String end) throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            loaders.add(undeployed(end));
        }
        Garbage.collectUntil(() -> loaders.stream().allMatch(loader -> loader.refersTo(null)), "all loaders are gone");
    }

    @Test
    void noThreadHasTheContextOfTheApplication() throws Exception {
        ClassLoader loader = undeployed(Application.FORGET).get();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            assertTrue(loader == null || thread.getContextClassLoader() != loader, thread::toString);
        }
    }

    /** As a server does that stops an application and then lets go of what it made. */
    @ParameterizedTest
    @ValueSource(strings = {Application.CLOSE, Application.CLOSE_THROWING})
    void handlesAreClosedAfterTheirLoader(String close) throws Exception {
        Function<String, Integer> application;
        try (URLClassLoader loader = loader()) {
            application = application(loader);
            assertTrue(application.apply(peer.url("/")) > 0);
        }
        assertEquals(0, application.apply(close));
    }

    @Test
    void handlesAreForgottenAfterTheirLoader() throws Exception {
        Function<String, Integer> application;
        try (URLClassLoader loader = loader()) {
            application = application(loader);
            application.apply(peer.url("/"));
        }
        application.apply(Application.FORGET);
        Garbage.collectUntil(() -> application.apply(Application.COUNT) == 0, "all handles are given back");
    }
}
