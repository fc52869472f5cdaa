package io.github.curlffm.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.curlffm.Curl;
import io.github.curlffm.option.Option;

/** Skips a test for what the loaded libcurl lacks, and says so. */
public final class Needs {

    private Needs() {}

    /** Goes on if libcurl is this version, as in {@code "7.85.0"}, or newer. */
    public static void libcurl(String version) {
        assumeTrue(
                Loaded.isAtLeast(version),
                "needs libcurl " + version + ", this is " + Curl.version().version());
    }

    /** Goes on if libcurl is new enough for an option. */
    public static void option(Option<?> option) {
        assumeTrue(
                Loaded.has(option),
                () -> option + " came with libcurl " + option.since() + "; this is "
                        + Curl.version().version());
    }

    /** Goes on if libcurl has a feature. */
    public static void feature(String name) {
        assumeTrue(Curl.version().features().contains(name), "libcurl built without " + name);
    }

    /** Goes on if libcurl has a protocol. */
    public static void protocol(String name) {
        assumeTrue(Curl.version().protocols().contains(name), "libcurl built without the protocol " + name);
    }

    /** Goes on if libcurl resumes uploads over HTTP, which 8.23.0 gave up. */
    public static void resumedHttpUpload() {
        assumeTrue(!Curl.version().isAtLeast(8, 23, 0), "libcurl since 8.23.0 does not resume an upload over HTTP");
    }

    /** Goes on if libcurl does SSH by libssh2. */
    public static void libssh2() {
        String ssh = Curl.version().ssh();
        assumeTrue(ssh != null && ssh.startsWith("libssh2/"), "libcurl built without libssh2: its SSH is " + ssh);
    }

    /** Goes on if libcurl converts international host names: libidn2 takes them in the encoding of the locale. */
    public static void idn() {
        assumeTrue(Curl.version().features().contains("IDN"), "libcurl built without IDN");
        String encoding = System.getProperty("native.encoding");
        assumeTrue(encoding.equals("UTF-8"), "libidn2 cannot read UTF-8 in a locale with " + encoding);
    }
}
