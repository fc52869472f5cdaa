package io.github.curlffm.testing;

import io.github.curlffm.Easy;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * What javac does with a class that uses the library, as a rule for the oldest JDK.
 *
 * @param compiles whether it has no error
 * @param messages what javac prints, as users see it
 */
public record Javac(boolean compiles, String messages) {

    /**
     * Compiles a class.
     *
     * @param name its name
     * @param text its source
     * @param classes where the class file goes
     */
    public static Javac compile(String name, String text, Path classes) {
        return compile(name, text, classes, "--release", "22", "-classpath", library());
    }

    /** Compiles a class that uses what is a preview in the JDK that runs, and the classes of the tests. */
    public static Javac compileWithPreviews(String name, String text, Path classes) {
        String running = String.valueOf(Runtime.version().feature());
        String classPath = System.getProperty("java.class.path");
        return compile(
                name,
                text,
                classes,
                "--release",
                running,
                "--enable-preview",
                "-Xlint:-preview",
                "-classpath",
                classPath);
    }

    private static Javac compile(String name, String text, Path classes, String... more) {
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        List<String> options = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
        options.addAll(List.of(more));
        StringWriter printed = new StringWriter();
        boolean compiles = ToolProvider.getSystemJavaCompiler()
                .getTask(printed, null, null, options, null, List.of(source))
                .call();
        return new Javac(compiles, printed.toString());
    }

    private static String library() {
        try {
            URI library = Easy.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return Path.of(library).toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
