package io.github.curlffm.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Contenders of which each round is a process. */
final class Launches {

    private static final int FIRST_WITH_AOT = 25;

    private Launches() {}

    /** {@return the command line of a class of this package} */
    static String[] java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dcurlffm.library=" + System.getProperty("curlffm.library", ""),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return command.toArray(String[]::new);
    }

    /** {@return a worker whose process prints first how many bytes a handle takes: the fewer the better} */
    static Worker memory(String... command) {
        return Worker.measuring(() -> 1 / printed(0, command));
    }

    /** {@return a worker whose process prints second how many bytes of the code cache a handle takes} */
    static Worker codeCache(String... command) {
        return Worker.measuring(() -> printed(1, command));
    }

    private static double printed(int line, String... command) throws IOException, InterruptedException {
        return Double.parseDouble(Processes.output(command).lines().toList().get(line));
    }

    /** {@return the command line of a process that makes handles, in a heap that does not grow} */
    static String[] handles(String count) {
        String[] command = java(Handles.class, count);
        return with(with(with(command, "-XX:+AlwaysPreTouch"), "-Xms128m"), "-Xmx128m");
    }

    /** {@return contenders that get a page in a process of their own} */
    static List<Contender> starts(boolean aot) throws IOException, InterruptedException {
        String url = Server.small().toString();
        List<Contender> all = new ArrayList<>();
        if (aot && Runtime.version().feature() < FIRST_WITH_AOT) {
            System.err.println("no AOT cache before JDK " + FIRST_WITH_AOT);
            return all;
        }
        all.add(new Contender("", true, false, start(aot, FirstByte.OURS, url)));
        if (Processes.hasCurl()) {
            all.add(Contender.process("curl", () -> first(System.getProperty("bench.curl"), "--silent", url)));
        }
        if (Processes.hasPycurl()) {
            all.add(Contender.process("PycURL", () -> first(Processes.pycurlCommand("first", url))));
        }
        for (Clients kind : Clients.values()) {
            all.add(new Contender(kind.title, kind.isOurs(), false, start(aot, kind.name(), url)));
        }
        return all;
    }

    private static Contender.Start start(boolean aot, String who, String url) throws IOException, InterruptedException {
        String[] command = java(FirstByte.class, who, url);
        if (!aot) {
            return () -> first(command);
        }
        Path cache = Path.of(System.getProperty("bench.output"), who + ".aot");
        Processes.output(with(command, "-XX:AOTCacheOutput=" + cache));
        // where it cannot be used that is an error
        String[] cached = with(with(command, "-XX:AOTCache=" + cache), "-XX:AOTMode=on");
        return () -> first(cached);
    }

    private static String[] with(String[] command, String flag) {
        List<String> more = new ArrayList<>(List.of(command));
        more.add(1, flag);
        return more.toArray(String[]::new);
    }

    /** {@return a worker whose process is timed until it says something} */
    private static Worker first(String... command) {
        return Worker.measuring(() -> {
            long before = System.nanoTime();
            Process process =
                    new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
            if (process.getInputStream().read() < 0) {
                throw new IOException("no answer from " + String.join(" ", command));
            }
            double rate = Worker.NANOS / (System.nanoTime() - before);
            process.getInputStream().readAllBytes();
            Processes.check(process, command);
            return rate;
        });
    }
}
