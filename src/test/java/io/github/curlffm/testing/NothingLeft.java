package io.github.curlffm.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.curlffm.internal.Registry;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Checks that the tests of a class have given back every handle. */
public final class NothingLeft implements BeforeAllCallback, AfterAllCallback {

    private int before;

    @Override
    public void beforeAll(ExtensionContext context) {
        before = Registry.size();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        assertEquals(before, Registry.size(), "handles that are still registered");
    }
}
