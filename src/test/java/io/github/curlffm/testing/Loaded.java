package io.github.curlffm.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.curlffm.Curl;
import io.github.curlffm.option.Key;

/** The libcurl that the tests run against. */
public final class Loaded {

    private Loaded() {}

    /** {@return whether it is old enough to have the option or info} */
    public static boolean has(Key<?> key) {
        return isAtLeast(key.since());
    }

    /** {@return whether it is this version or newer} */
    public static boolean isAtLeast(String version) {
        String[] numbers = version.split("\\.");
        return Curl.version()
                .isAtLeast(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]));
    }

    /** Skips the test when the loaded libcurl is older. */
    public static void assumeAtLeast(String version) {
        assumeTrue(
                isAtLeast(version),
                "needs libcurl " + version + ", this is " + Curl.version().version());
    }

    /** Skips the test when the loaded libcurl was built without a feature. */
    public static void assumeFeature(String feature) {
        assumeTrue(Curl.version().features().contains(feature), "libcurl built without " + feature);
    }

    /** Skips the test when the loaded libcurl was built without a protocol. */
    public static void assumeProtocol(String protocol) {
        assumeTrue(Curl.version().protocols().contains(protocol), "libcurl built without " + protocol);
    }
}
