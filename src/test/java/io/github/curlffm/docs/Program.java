package io.github.curlffm.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.testing.Javac;
import io.github.curlffm.testing.Printed;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A program of some lines, as the README has them: compiled for the oldest JDK, and run in this JVM. */
final class Program {

    private static final String CLASS = "Program";

    private Program() {}

    /**
     * Runs a program.
     *
     * @param imports what a program that imports nothing of curl-ffm leaves out
     * @param text import declarations and statements
     * @param folder where to compile it
     * @return what it printed
     */
    static Printed run(String imports, String text, Path folder) throws Exception {
        String source = source(imports, text);
        Javac javac = Javac.compile(CLASS, source, folder);
        assertTrue(javac.compiles(), () -> javac.messages() + source);
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, Program.class.getClassLoader())) {
            var main = loader.loadClass(CLASS).getMethod("main");
            return Printed.by(() -> {
                try {
                    main.invoke(null);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
        }
    }

    private static String source(String imports, String text) {
        String own = text.lines().filter(Program::isImport).collect(Collectors.joining("\n"));
        String body = text.lines().filter(line -> !isImport(line)).collect(Collectors.joining("\n"));
        return (own.contains("io.github.curlffm") ? "" : imports) + own + "\npublic class " + CLASS
                + " {\n    public static void main() throws Exception {\n" + body + "\n    }\n}\n";
    }

    private static boolean isImport(String line) {
        return line.startsWith("import ");
    }
}
