package io.github.curlffm.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.internal.Registry;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Checks after each test that it has given back every handle. */
public final class NothingLeft implements BeforeEachCallback, AfterEachCallback {

    private int before;

    @Override
    public void beforeEach(ExtensionContext context) {
        before = Registry.size();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        int left = Registry.size() - before; // less than none when the cleaner comes to what other classes forgot
        assertTrue(left <= 0, () -> left + " more handles are registered than before");
    }
}
