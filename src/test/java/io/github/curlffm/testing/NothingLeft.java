package io.github.curlffm.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.curlffm.internal.Registry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Checks after every test of the suite, and after every class, that each handle was given back; and after every class that
 * no file is new in the folder of the project, or gone. Registered for all by {@code META-INF/services}.
 */
public final class NothingLeft
        implements BeforeAllCallback,
                TestInstancePreConstructCallback,
                BeforeEachCallback,
                AfterEachCallback,
                AfterAllCallback {

    private static final int UNKNOWN = -1;
    private static final String BEFORE = "handles before the class";
    private static final String FILES = "files before the class";
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    /** Where builds, tests and git write. */
    private static final Set<String> WRITABLE = Set.of("target", ".cache", ".git");

    private int beforeTest = UNKNOWN;

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(ExtensionContext.Namespace.create(NothingLeft.class, context.getRequiredTestClass()));
    }

    /**
     * {@return the names in the folder of the project} These are what a file name without a folder adds to. All files
     * below would take too long to look at; CI does so once, in the end.
     */
    private static Set<String> files() {
        try (Stream<Path> all = Files.list(PROJECT)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> !WRITABLE.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        store(context).put(BEFORE, Registry.size());
        store(context).put(FILES, files());
    }

    /** Comes before the fields of a test, which may be handles. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        beforeEach(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (beforeTest == UNKNOWN) {
            beforeTest = Registry.size();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        int before = beforeTest;
        beforeTest = UNKNOWN;
        assertEquals(before, Registry.size(), "handles that are registered, before the test and now");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        assertEquals(
                store(context).get(BEFORE, int.class),
                Registry.size(),
                "handles that are registered, before the class and now");
        assertEquals(store(context).get(FILES), files(), () -> "files in " + PROJECT + ", before the class and now");
    }
}
