package io.github.curlffm.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.curlffm.internal.upcall.Registry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Checks after every test of the suite, and after every class, that each handle was given back; and after every class that
 * no file is new in the folder of the project, or gone. Registered for all by {@code META-INF/services}.
 */
public final class NothingLeft implements BeforeAllCallback, TestInstancePreConstructCallback {

    private static final Path PROJECT = Path.of("").toAbsolutePath();

    /** Where builds, tests and git write. */
    private static final Set<String> WRITABLE = Set.of("target", ".cache", ".git");

    /** The context of a test also while its object is made, whose fields may be handles. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        int before = Registry.size();
        atTheVeryEnd(context, () -> check(before, "test"));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        int before = Registry.size();
        atTheVeryEnd(context, () -> check(before, "class"));
        Set<String> files = files();
        atTheVeryEnd(
                context,
                () -> assertEquals(files, files(), () -> "files in " + PROJECT + ", before the class and now"));
    }

    private static void check(int before, String what) {
        assertEquals(before, Registry.size(), () -> "handles that are registered, before the " + what + " and now");
    }

    /** JUnit closes what lies in its store beginning with what came last: this comes before all that {@link Closing} has. */
    private static void atTheVeryEnd(ExtensionContext context, AutoCloseable check) {
        context.getStore(ExtensionContext.Namespace.create(NothingLeft.class)).put(new Object(), check);
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
}
