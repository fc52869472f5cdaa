package io.github.curlffm.testing;

import io.github.curlffm.internal.Registry;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Checks after each test that the registry holds no more handles than before. */
public final class NothingLeftByATest implements BeforeEachCallback, AfterEachCallback {

    private static final Namespace SIZES = Namespace.create(NothingLeftByATest.class);

    @Override
    public void beforeEach(ExtensionContext test) {
        test.getStore(SIZES).put("before", Registry.size());
    }

    @Override
    public void afterEach(ExtensionContext test) {
        int before = test.getStore(SIZES).get("before", int.class);
        if (test.getExecutionException().isEmpty() && Registry.size() > before) {
            Garbage.collectUntil(
                    () -> Registry.size() <= before, "what " + test.getDisplayName() + " left is given back");
            throw new AssertionError("left unclosed: given back by the garbage collector only");
        }
    }
}
