package io.github.curlffm.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Contenders that are processes: the curl command, and PycURL. */
final class Processes {

    private static final String CURL = System.getProperty("bench.curl", "");
    private static final String PYTHON = System.getProperty("bench.python", "");
    private static final String SCRIPT = System.getProperty("bench.pycurl", "");

    private Processes() {}

    static boolean hasCurl() {
        return !CURL.isEmpty();
    }

    static boolean hasPycurl() {
        return !PYTHON.isEmpty();
    }

    /** {@return what a command prints} */
    static String output(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes());
        check(process, command);
        return output;
    }

    static void check(Process process, String... command) throws IOException, InterruptedException {
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + code);
        }
    }

    /**
     * {@return the curl command, which does the same transfer several times in a process}
     *
     * @param times how often, as a rule for a second or so: what it takes to start is not to count
     * @param amount what one transfer amounts to
     */
    static Worker curl(int times, double amount, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(CURL, "--silent", "--no-progress-meter", "--show-error", "--fail"));
        command.addAll(List.of(arguments));
        return Worker.repeating(() -> {}, () -> {
            output(command.toArray(String[]::new));
            return times * amount;
        });
    }

    /** {@return arguments that let curl get a URL so many times} */
    static String[] repeated(URI uri, int times, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        for (int i = 0; i < times; i++) {
            all.addAll(List.of("--output", "/dev/null", uri.toString()));
        }
        return all.toArray(String[]::new);
    }

    /** {@return arguments that let curl get a URL so many times, by a range: for many} */
    static String[] ranged(URI uri, int times, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--output", "/dev/null", uri + "?[1-" + times + "]"));
        return all.toArray(String[]::new);
    }

    static Worker curlPutting(URI uri, Path file, int times) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.addAll(List.of("--upload-file", file.toString(), "--output", "/dev/null", uri.toString()));
        }
        return curl(times, Server.UPLOAD_SIZE, all.toArray(String[]::new));
    }

    /** {@return the command line of a part of the script for PycURL} */
    static String[] pycurlCommand(String... arguments) {
        List<String> command = new ArrayList<>(List.of(PYTHON, SCRIPT));
        command.addAll(List.of(arguments));
        return command.toArray(String[]::new);
    }

    /** {@return PycURL in a process of its own, which is told how long to work and answers how much it did} */
    static Worker pycurl(String... arguments) throws IOException {
        Process process = new ProcessBuilder(pycurlCommand(arguments))
                .redirectError(Redirect.INHERIT)
                .start();
        PrintStream commands = new PrintStream(process.getOutputStream(), true);
        BufferedReader answers = process.inputReader();
        return new Worker() {
            @Override
            public double work(long deadline) throws IOException {
                commands.println((deadline - System.nanoTime()) / Worker.NANOS);
                String answer = answers.readLine();
                if (answer == null) {
                    throw new IOException("PycURL ended");
                }
                return Double.parseDouble(answer);
            }

            @Override
            public long cpu() {
                return process.info().totalCpuDuration().orElseThrow().toNanos();
            }

            @Override
            public void close() throws InterruptedException {
                commands.close();
                process.waitFor();
            }
        };
    }
}
