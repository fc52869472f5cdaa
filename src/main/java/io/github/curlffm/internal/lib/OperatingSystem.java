package io.github.curlffm.internal.lib;

import java.util.List;
import java.util.Locale;

/** What differs between operating systems: the names of libcurl, and how to install it. */
public enum OperatingSystem {
    /** Linux. */
    LINUX(
            "Install it: apt-get install libcurl4 (Debian, Ubuntu), dnf install libcurl (Fedora, RHEL),"
                    + " apk add libcurl (Alpine), pacman -S curl (Arch)",
            "libcurl.so.4",
            "libcurl-gnutls.so.4",
            "libcurl.so"),
    /** macOS. */
    MACOS(
            "It is a part of macOS; a newer one: brew install curl",
            "/opt/homebrew/opt/curl/lib/libcurl.4.dylib",
            "/usr/local/opt/curl/lib/libcurl.4.dylib",
            "/usr/lib/libcurl.4.dylib",
            "libcurl.4.dylib"),
    /** Windows. */
    WINDOWS(
            "Get it from curl's download page for Windows, and put it on the PATH",
            "libcurl-x64.dll",
            "libcurl-arm64.dll",
            "libcurl.dll");

    /** The one that this JVM runs on. */
    public static final OperatingSystem CURRENT = of(System.getProperty("os.name"));

    final String howToInstall;
    final List<String> libraryNames;

    OperatingSystem(String howToInstall, String... libraryNames) {
        this.howToInstall = howToInstall;
        this.libraryNames = List.of(libraryNames);
    }

    private static OperatingSystem of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("mac") ? MACOS : lower.startsWith("win") ? WINDOWS : LINUX;
    }
}
