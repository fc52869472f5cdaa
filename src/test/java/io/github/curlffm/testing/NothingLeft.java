package io.github.curlffm.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.curlffm.internal.upcall.Registry;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Checks after every test of the suite, and after every class, that each handle was given back. Registered for all by
 * {@code META-INF/services}.
 */
public final class NothingLeft
        implements BeforeAllCallback,
                TestInstancePreConstructCallback,
                BeforeEachCallback,
                AfterEachCallback,
                AfterAllCallback {

    private static final int UNKNOWN = -1;
    private static final String BEFORE = "handles before the class";

    private int beforeTest = UNKNOWN;

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(ExtensionContext.Namespace.create(NothingLeft.class, context.getRequiredTestClass()));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        store(context).put(BEFORE, Registry.size());
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
    }
}
