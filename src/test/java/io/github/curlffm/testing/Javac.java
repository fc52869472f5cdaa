package io.github.curlffm.testing;

import io.github.curlffm.Easy;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * What javac does with a class that uses the library, for the oldest JDK.
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
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        List<String> options =
                List.of("--release", "22", "-proc:none", "-classpath", library(), "-d", classes.toString());
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
