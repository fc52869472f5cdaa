package io.github.curlffm.testing;

import io.github.curlffm.internal.lib.NativeLibrary;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program in a JVM of its own, for what happens once in the life of a JVM: finding libcurl, initializing it, being
 * granted native access or denied it. It runs in a folder of its own below {@code target}, since what libcurl is told to
 * write by a name without a folder lands in the working directory.
 */
public final class ChildJvm {

    private static final Path FOLDERS = Path.of("target", "children").toAbsolutePath();

    private final String main;
    private final List<String> classPath = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private final List<String> starter = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private boolean nativeAccess = true;
    private boolean asModule;
    private String library = absolute(System.getProperty(NativeLibrary.PROPERTY, ""));
    private Path directory;

    private ChildJvm(String main) {
        this.main = main;
    }

    /** {@return a JVM that runs the class with this one's class path and libcurl, and with native access} */
    public static ChildJvm of(Class<?> main) {
        return new ChildJvm(main.getName());
    }

    /** {@return a JVM that runs a class of a folder that is not on this one's class path} */
    public static ChildJvm of(String main, Path classes) {
        ChildJvm child = new ChildJvm(main);
        child.classPath.add(classes.toString());
        return child;
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

    /** Has it started by another program, which gets its command as the last arguments. */
    public ChildJvm startedBy(String... program) {
        starter.addAll(List.of(program));
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

    /** Runs in this directory, instead of one that is made for it and is gone afterwards. */
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

    /** {@return a path that means the same in another working directory} */
    private static String absolute(String path) {
        return path.isEmpty() ? path : Path.of(path).toAbsolutePath().toString();
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(starter);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String code = codeOfTheLibrary().toString();
        String all = Stream.concat(
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)), classPath.stream())
                .map(ChildJvm::absolute)
                .filter(entry -> !asModule || !entry.equals(code))
                .collect(Collectors.joining(File.pathSeparator));
        if (asModule) {
            command.addAll(List.of("--module-path", code, "--add-modules", "io.github.curlffm"));
        }
        command.addAll(List.of("-cp", all));
        if (nativeAccess) {
            command.add("--enable-native-access=" + (asModule ? "io.github.curlffm" : "ALL-UNNAMED"));
        }
        if (!library.isEmpty()) {
            command.add("-D" + NativeLibrary.PROPERTY + "=" + library);
        }
        command.addAll(options);
        command.add(main);
        command.addAll(arguments);
        return command;
    }

    /** Runs it to its end. */
    public Child.Outcome run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(
                Files.createDirectories(FOLDERS), main.substring(main.lastIndexOf('.') + 1) + "-");
        Path own = Files.createDirectory(folder.resolve("work"));
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command()).directory((directory == null ? own : directory).toFile());
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.endsWith("JAVA_OPTIONS") || name.endsWith("_TOOL_OPTIONS"));
            builder.environment().putAll(environment);
            return Child.run(builder, "", folder);
        } finally {
            deleteUnlessCrashed(folder);
        }
    }

    /** Keeps what a JVM wrote that crashed, its report among it. */
    private static void deleteUnlessCrashed(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            if (deepestFirst.stream()
                    .noneMatch(path -> path.getFileName().toString().startsWith("hs_err"))) {
                for (Path path : deepestFirst) {
                    Files.delete(path);
                }
            }
        }
    }
}
