package io.github.curlffm.internal.lib;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds and loads libcurl, once, and says which functions it has. */
public final class NativeLibrary {

    /** The system property that names another libcurl by its path. */
    public static final String PROPERTY = "curlffm.library";

    private record Loaded(SymbolLookup lookup, String name) {}

    private static volatile Loaded loaded;

    private NativeLibrary() {}

    /**
     * {@return the functions of libcurl}
     *
     * @throws UnsatisfiedLinkError if no libcurl can be loaded; the message lists all names that were tried
     * @throws IllegalCallerException if this JVM denies native access; the message has the flag to use
     */
    public static SymbolLookup lookup() {
        return load().lookup;
    }

    /** {@return the name or path by which libcurl was loaded} */
    public static String name() {
        return load().name;
    }

    /**
     * {@return whether the loaded libcurl has a function}
     *
     * @param function its name in C
     */
    public static boolean has(String function) {
        return lookup().find(function).isPresent();
    }

    private static Loaded load() {
        Loaded done = loaded;
        return done != null ? done : loadOnce();
    }

    private static synchronized Loaded loadOnce() {
        if (loaded == null) {
            refuseShortLong();
            String chosen = System.getProperty(PROPERTY, "");
            loaded = chosen.isEmpty() ? searched(OperatingSystem.CURRENT) : chosen(chosen);
        }
        return loaded;
    }

    private static Loaded chosen(String path) {
        List<String> failures = new ArrayList<>();
        if (!Files.isRegularFile(Path.of(path))) {
            throw new UnsatisfiedLinkError("-D" + PROPERTY + "=" + path + " names no file; it takes the path of libcurl"
                    + " itself, as in /usr/lib/x86_64-linux-gnu/libcurl.so.4");
        }
        Loaded library = open(Path.of(path).toAbsolutePath().toString(), failures);
        if (library == null) {
            throw new UnsatisfiedLinkError("-D" + PROPERTY + "=" + path + " cannot be loaded: " + failures.getFirst());
        }
        return library;
    }

    private static Loaded searched(OperatingSystem system) {
        List<String> failures = new ArrayList<>();
        for (String name : system.libraryNames) {
            Loaded library = open(name, failures);
            if (library != null) {
                return library;
            }
        }
        throw new UnsatisfiedLinkError("libcurl is not to be found. Tried:\n  " + String.join("\n  ", failures) + "\n"
                + system.howToInstall + "\nAnother libcurl is chosen by -D" + PROPERTY + "=/path/to/the/library");
    }

    private static Loaded open(String name, List<String> failures) {
        try {
            SymbolLookup lookup = Path.of(name).isAbsolute()
                    ? SymbolLookup.libraryLookup(Path.of(name), Arena.global())
                    : SymbolLookup.libraryLookup(name, Arena.global());
            if (lookup.find("curl_easy_init").isPresent()) {
                return new Loaded(lookup, name);
            }
            failures.add(name + ": loaded, but it has no curl_easy_init");
        } catch (IllegalCallerException e) {
            IllegalCallerException denied = new IllegalCallerException("this JVM denies curl-ffm native access: start"
                    + " java with --enable-native-access=" + moduleName());
            denied.initCause(e);
            throw denied;
        } catch (IllegalArgumentException e) {
            failures.add(name + ": " + e.getMessage());
        }
        return null;
    }

    private static String moduleName() {
        Module module = NativeLibrary.class.getModule();
        return module.isNamed() ? module.getName() : "ALL-UNNAMED";
    }

    private static void refuseShortLong() {
        if (Linker.nativeLinker().canonicalLayouts().get("long").byteSize() != Long.BYTES) {
            throw new UnsatisfiedLinkError("curl-ffm's generated bindings are for systems whose C long has 64 bits"
                    + " (Linux, macOS); " + System.getProperty("os.name") + " is not one of them");
        }
    }
}
