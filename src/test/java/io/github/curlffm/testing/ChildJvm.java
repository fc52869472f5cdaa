package io.github.curlffm.testing;

import io.github.curlffm.internal.lib.NativeLibrary;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A program in a JVM of its own, for what happens once in the life of a JVM: finding libcurl, initializing it, being
 * granted native access or denied it.
 */
public final class ChildJvm {

    private final Class<?> main;
    private final List<String> arguments = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private boolean nativeAccess = true;
    private boolean asModule;
    private String library = System.getProperty(NativeLibrary.PROPERTY, "");
    private Path directory = Path.of("").toAbsolutePath();

    private ChildJvm(Class<?> main) {
        this.main = main;
    }

    /** {@return a JVM that runs the class with this one's class path and libcurl, and with native access} */
    public static ChildJvm of(Class<?> main) {
        return new ChildJvm(main);
    }

    /** Adds arguments of the program. */
    public ChildJvm arguments(String... more) {
        arguments.addAll(List.of(more));
        return this;
    }

    /** Adds options of the JVM. */
    public ChildJvm options(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Leaves out the option that grants native access. */
    public ChildJvm withoutNativeAccess() {
        nativeAccess = false;
        return this;
    }

    /** Puts the library on the module path; everything else stays on the class path. */
    public ChildJvm asModule() {
        asModule = true;
        return this;
    }

    /** Names another libcurl; an empty path means that it is to be searched. */
    public ChildJvm library(String path) {
        library = path;
        return this;
    }

    /** Sets a variable of the environment. */
    public ChildJvm environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Runs in another directory. */
    public ChildJvm in(Path other) {
        directory = other;
        return this;
    }

    /** {@return the folder or archive of the library itself} */
    public static Path codeOfTheLibrary() {
        try {
            return Path.of(NativeLibrary.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String code = codeOfTheLibrary().toString();
        String classPath = System.getProperty("java.class.path");
        if (asModule) {
            classPath = String.join(
                    File.pathSeparator,
                    Stream.of(classPath.split(File.pathSeparator))
                            .filter(entry -> !Path.of(entry).toAbsolutePath().equals(Path.of(code)))
                            .toList());
            command.addAll(List.of("--module-path", code, "--add-modules", "io.github.curlffm"));
        }
        command.addAll(List.of("-cp", classPath));
        if (nativeAccess) {
            command.add("--enable-native-access=" + (asModule ? "io.github.curlffm" : "ALL-UNNAMED"));
        }
        if (!library.isEmpty()) {
            command.add("-D" + NativeLibrary.PROPERTY + "=" + library);
        }
        command.addAll(options);
        command.add(main.getName());
        command.addAll(arguments);
        return command;
    }

    /** Runs it to its end. */
    public Child.Outcome run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("child");
        try {
            ProcessBuilder builder = new ProcessBuilder(command()).directory(directory.toFile());
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.endsWith("JAVA_OPTIONS") || name.endsWith("_TOOL_OPTIONS"));
            builder.environment().putAll(environment);
            return Child.run(builder, "", folder);
        } finally {
            for (String name : List.of("in", "out", "err", "")) {
                Files.deleteIfExists(folder.resolve(name));
            }
        }
    }
}
