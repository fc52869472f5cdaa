package io.github.curlffm.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.testing.Printed;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

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
        compile(source(imports, text), folder);
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

    private static void compile(String source, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve(CLASS + ".java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjects(file);
            List<String> options = List.of(
                    "--release",
                    "22",
                    "-proc:none",
                    "-classpath",
                    System.getProperty("java.class.path"),
                    "-d",
                    folder.toString());
            boolean done = compiler.getTask(messages, files, null, options, null, units)
                    .call();
            assertTrue(done, () -> messages + source);
        }
    }
}
