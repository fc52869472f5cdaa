package io.github.curlffm.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A script of this project in a process of its own, with the JDK and the libcurl of the tests. */
public final class Child {

    /** How it ended, and what it said. */
    public record Outcome(int exit, String out, String err) {}

    private static final int MINUTES = 4;

    private final Map<String, String> environment = new HashMap<>();
    private final Path folder;

    /** Puts the files with its input and output into a folder. */
    public Child(Path folder) {
        Needs.program("bash");
        this.folder = folder;
        with("JAVA_HOME", System.getProperty("java.home"));
        with("CURLFFM_LIBRARY", System.getProperty("curlffm.library", ""));
    }

    /** Sets a variable of its environment; null takes it away. */
    public Child with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Runs bash with some arguments: a script's path and its arguments, or {@code -c} and a command. */
    public Outcome bash(String... arguments) throws IOException, InterruptedException {
        return run("", arguments);
    }

    /** Runs bash with some arguments, and gives the script something to read. */
    public Outcome bashReading(String input, String... arguments) throws IOException, InterruptedException {
        return run(input, arguments);
    }

    private Outcome run(String input, String[] arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash");
        builder.command().addAll(Arrays.asList(arguments));
        environment.forEach((variable, value) -> {
            if (value == null) {
                builder.environment().remove(variable);
            } else {
                builder.environment().put(variable, value);
            }
        });
        return run(builder, input, folder);
    }

    /** Runs it to its end, with its input and output in files of a folder, so that it never waits for a reader. */
    static Outcome run(ProcessBuilder builder, String input, Path folder) throws IOException, InterruptedException {
        File in = Files.writeString(folder.resolve("in"), input).toFile();
        File out = folder.resolve("out").toFile();
        File err = folder.resolve("err").toFile();
        Process process =
                builder.redirectInput(in).redirectOutput(out).redirectError(err).start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly().waitFor();
            fail(builder.command() + " has not ended; it said: " + Files.readString(out.toPath())
                    + Files.readString(err.toPath()));
        }
        return new Outcome(process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
    }
}
