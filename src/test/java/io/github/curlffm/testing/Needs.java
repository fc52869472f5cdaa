package io.github.curlffm.testing;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.curlffm.Curl;
import io.github.curlffm.internal.lib.NativeLibrary;
import io.github.curlffm.option.Key;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Skips a test for what the loaded libcurl or this system lacks, and says so. */
public final class Needs {

    private Needs() {}

    /** Goes on if something is the case; {@code what} completes the sentence that begins with "needs". */
    public static void that(boolean condition, String what) {
        assumeTrue(condition, () -> "needs " + what);
    }

    /** Does not go on; {@code what} completes the sentence that begins with "needs". */
    public static <T> T missing(String what) {
        return abort("needs " + what);
    }

    // --- libcurl ----------------------------------------------------------------------------------------------------

    private static String loaded() {
        return "; this is " + Curl.version().version();
    }

    /** Goes on if libcurl is this version, as in {@code "7.85.0"}, or newer. */
    public static void libcurl(String version) {
        that(Loaded.isAtLeast(version), "libcurl " + version + loaded());
    }

    /** Goes on if libcurl is this version or newer, since older ones do something wrong. */
    public static void libcurl(String version, String whatOlderOnesDo) {
        that(Loaded.isAtLeast(version), "libcurl " + version + ", since older ones " + whatOlderOnesDo + loaded());
    }

    /** Goes on if libcurl is older than this version. */
    public static void olderLibcurl(String version) {
        that(!Loaded.isAtLeast(version), "a libcurl before " + version + loaded());
    }

    /** Goes on if libcurl is new enough for an option or info. */
    public static void key(Key key) {
        that(Loaded.has(key), "libcurl " + key.since() + " for " + key + loaded());
    }

    /** Goes on if libcurl has a function, which came with a version. */
    public static void function(String name, String since) {
        that(NativeLibrary.has(name), name + ", which came with libcurl " + since + loaded());
    }

    /** Goes on if libcurl lacks a function. */
    public static void noFunction(String name) {
        that(!NativeLibrary.has(name), "a libcurl without " + name + loaded());
    }

    /** Goes on if libcurl has a feature. */
    public static void feature(String name) {
        that(Curl.version().features().contains(name), "a libcurl built with " + name);
    }

    /** Goes on if libcurl lacks a feature. */
    public static void noFeature(String name) {
        that(!Curl.version().features().contains(name), "a libcurl built without " + name);
    }

    /** Goes on if libcurl has a protocol. */
    public static void protocol(String name) {
        that(Curl.version().protocols().contains(name), "a libcurl built with the protocol " + name);
    }

    /** Goes on if libcurl resumes uploads over HTTP, which 8.23.0 gave up. */
    public static void resumedHttpUpload() {
        olderLibcurl("8.23.0");
    }

    /** Goes on if libcurl does SSH by libssh2. */
    public static void libssh2() {
        String ssh = Curl.version().ssh();
        that(ssh != null && ssh.startsWith("libssh2/"), "a libcurl built with libssh2; its SSH is " + ssh);
    }

    /** Goes on if libcurl does TLS by OpenSSL 3. */
    public static void openSsl3() {
        String ssl = Curl.version().ssl();
        that(ssl != null && ssl.startsWith("OpenSSL/3"), "a libcurl built with OpenSSL 3; its TLS is " + ssl);
    }

    /** Goes on if libcurl converts international host names. */
    public static void idn() {
        feature("IDN");
    }

    // --- this system ------------------------------------------------------------------------------------------------

    /** Goes on if there is a file. */
    public static void file(Path file) {
        that(Files.exists(file), file + ", which is not there");
    }

    /** Goes on if there is a program on the PATH. */
    public static void program(String name) {
        that(onPath(name), name + " on PATH");
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    /** Goes on if this is Linux. */
    public static void linux() {
        String name = System.getProperty("os.name");
        that(name.equals("Linux"), "Linux; this is " + name);
    }
}
