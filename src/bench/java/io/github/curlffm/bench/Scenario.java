package io.github.curlffm.bench;

import io.github.curlffm.Easy;
import io.github.curlffm.EventLoop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What is measured. */
enum Scenario {
    CYCLE("a handle made, set with six lambdas, closed", false) {
        @Override
        List<Contender> contenders() {
            List<Contender> all = new ArrayList<>();
            all.add(Contender.ours("", Ours::cycling));
            pycurl(all, "PycURL", "cycle");
            return all;
        }
    },

    CALLBACK("reading a file: URL, 16 KiB per callback", false) {
        @Override
        List<Contender> contenders() {
            var file = Server.FILES.resolve("big");
            List<Contender> all = new ArrayList<>();
            all.add(Contender.ours("view", () -> Ours.reading(file, Server.BIG_SIZE, Ours.view())));
            all.add(Contender.ours("reused array", () -> Ours.reading(file, Server.BIG_SIZE, Ours.array())));
            all.add(Contender.ours("byte[]", () -> Ours.reading(file, Server.BIG_SIZE, Ours.bytes())));
            curl(all, BIG_TIMES, Server.BIG_SIZE, Processes.repeated(file.toUri(), BIG_TIMES));
            pycurl(all, "PycURL", "get", file.toUri().toString(), String.valueOf(Server.BIG_SIZE));
            return all;
        }
    },

    DOWNLOAD("download of 256 MiB", false) {
        @Override
        List<Contender> contenders() {
            var uri = Server.big();
            List<Contender> all = new ArrayList<>();
            all.add(Contender.ours("view", () -> Ours.getting(uri, Server.BIG_SIZE, Ours.view())));
            all.add(Contender.ours("byte[]", () -> Ours.getting(uri, Server.BIG_SIZE, Ours.bytes())));
            curl(all, BIG_TIMES, Server.BIG_SIZE, Processes.repeated(uri, BIG_TIMES));
            pycurl(all, "PycURL", "get", uri.toString(), String.valueOf(Server.BIG_SIZE));
            for (Clients kind : Clients.values()) {
                all.add(kind.contender(
                        ONE,
                        client -> Worker.repeating(client, () -> {
                            client.get(uri);
                            return Server.BIG_SIZE;
                        })));
            }
            return all;
        }
    },

    UPLOAD("upload of 64 MiB", false) {
        @Override
        List<Contender> contenders() {
            var file = Server.FILES.resolve("upload-me");
            byte[] body = new byte[Server.UPLOAD_SIZE];
            List<Contender> all = new ArrayList<>();
            all.add(Contender.ours("view", () -> Ours.putting(Server.upload("ours"), body, 0)));
            all.add(Contender.ours(
                    "view, UPLOAD_BUFFERSIZE of 1 MiB", () -> Ours.putting(Server.upload("ours"), body, Ours.MIB)));
            if (Processes.hasCurl()) {
                all.add(Contender.process(
                        "curl", () -> Processes.curlPutting(Server.upload("curl"), file, UPLOAD_TIMES)));
            }
            String url = Server.upload("pycurl").toString();
            pycurl(all, "PycURL", "put", url, file.toString(), "0");
            pycurl(all, "PycURL, 1 MiB", "put", url, file.toString(), String.valueOf(Ours.MIB));
            for (Clients kind : Clients.values()) {
                var uri = Server.upload(kind.name());
                all.add(kind.contender(
                        ONE,
                        client -> Worker.repeating(client, () -> {
                            client.put(uri, body);
                            return body.length;
                        })));
            }
            return all;
        }
    },

    SEQUENTIAL("requests for 1 KiB, one after the other", false) {
        @Override
        List<Contender> contenders() {
            var uri = Server.small();
            List<Contender> all = new ArrayList<>();
            all.add(Contender.ours("view", () -> Ours.getting(uri, 1, Ours.view())));
            curl(all, SMALL_TIMES, 1, Processes.ranged(uri, SMALL_TIMES));
            pycurl(all, "PycURL", "get", uri.toString(), "1");
            for (Clients kind : Clients.values()) {
                all.add(kind.contender(
                        ONE,
                        client -> Worker.repeating(client, () -> {
                            client.get(uri);
                            return 1;
                        })));
            }
            return all;
        }
    },

    CONCURRENT64("64 requests at a time", false) {
        @Override
        List<Contender> contenders() {
            List<Contender> all = concurrent(64);
            String url = Server.small().toString();
            curl(all, SMALL_TIMES, 1, Processes.ranged(Server.small(), SMALL_TIMES, parallel(64)));
            pycurl(all, "PycURL, select", "select", "64", url);
            pycurl(all, "PycURL, epoll", "epoll", "64", url);
            return all;
        }
    },

    CONCURRENT1000("1000 requests at a time", false) {
        @Override
        List<Contender> contenders() { // the curl command does 300 at the most
            List<Contender> all = concurrent(1000);
            pycurl(all, "PycURL, epoll", "epoll", "1000", Server.small().toString());
            return all;
        }
    },

    WAITING("1000 threads, the server waits 100 ms (others: virtual threads)", false) {
        @Override
        List<Contender> contenders() throws IOException {
            var uri = WaitingServer.start();
            List<Contender> all = new ArrayList<>();
            all.add(Contender.ours("virtual threads", () -> Ours.inThreads(uri, THREADS, InThreads::virtual)));
            all.add(Contender.ours("platform threads", () -> Ours.inThreads(uri, THREADS, InThreads::platform)));
            for (Clients kind : List.of(Clients.CURL_HTTP_CLIENT, Clients.JAVA_NET_HTTP, Clients.OKHTTP)) {
                all.add(kind.contender(
                        new Client.Setup(false, THREADS),
                        client -> InThreads.virtual(client, Collections.nCopies(THREADS, () -> {
                            client.get(uri);
                            return 1;
                        }))));
            }
            return all;
        }
    },

    ABORT("from abort to the end of perform", false) {
        @Override
        List<Contender> contenders() {
            return List.of(
                    Contender.ours("virtual threads", () -> AbortLatency.on(Thread.ofVirtual())),
                    Contender.ours("platform threads", () -> AbortLatency.on(Thread.ofPlatform())));
        }

        @Override
        Rounds.Plan plan(boolean quick) {
            return Rounds.Plan.ofWholes(1, quick ? 1 : 3);
        }
    },

    HTTP2("64 requests at a time, HTTP/2 and TLS", false) {
        @Override
        List<Contender> contenders() {
            var uri = Server.smallByTls();
            int streams = 64;
            Supplier<Easy> easy = () -> Ours.overHttp2(uri);
            List<Contender> all = new ArrayList<>();
            all.add(Contender.ours("poll", () -> new PollLoop(streams, easy)));
            all.add(Contender.ours("socketAction, epoll", () -> new EpollLoop(streams, easy)));
            String certificate = Server.CERTIFICATE.toString();
            List<String> options = new ArrayList<>(List.of("--http2", "--cacert", certificate));
            options.addAll(List.of(parallel(streams)));
            curl(all, SMALL_TIMES, 1, Processes.ranged(uri, SMALL_TIMES, options.toArray(String[]::new)));
            pycurl(all, "PycURL, epoll", "http2", String.valueOf(streams), uri.toString(), certificate);
            for (Clients kind : Clients.values()) {
                if (kind != Clients.APACHE_CLASSIC) { // which has no HTTP/2
                    all.add(kind.contender(
                            new Client.Setup(true, streams),
                            client -> new InFlight(client, streams, () -> client.getAsync(uri))));
                }
            }
            return all;
        }
    },

    SLOW("10,000 slow transfers, by CPU time", true) {
        @Override
        List<Contender> contenders() { // not those that take a thread for each
            var uri = Server.slow();
            int transfers = 10_000;
            Supplier<Easy> easy = () -> Ours.easy(uri, Ours.view());
            List<Contender> all = new ArrayList<>();
            all.add(Contender.ours("socketAction, epoll", () -> new EpollLoop(transfers, easy)));
            all.add(Contender.ours("poll", () -> new PollLoop(transfers, easy)));
            pycurl(all, "PycURL, epoll", "epoll", String.valueOf(transfers), uri.toString());
            for (Clients kind :
                    List.of(Clients.CURL_HTTP_CLIENT, Clients.JAVA_NET_HTTP, Clients.APACHE_ASYNC, Clients.JETTY)) {
                all.add(kind.contender(
                        new Client.Setup(false, transfers),
                        client -> new InFlight(client, transfers, () -> client.getAsync(uri))));
            }
            return all;
        }

        @Override
        Rounds.Plan plan(boolean quick) {
            return Rounds.Plan.ofWholes(quick ? 0 : 1, quick ? 1 : 2);
        }
    },

    MEMORY("memory of 10,000 handles with six lambdas", false) {
        @Override
        List<Contender> contenders() {
            List<Contender> all = new ArrayList<>();
            all.add(Contender.ours("", () -> Launches.memory(Launches.handles(COUNT))));
            if (Processes.hasPycurl()) {
                all.add(Contender.process("PycURL", () -> Launches.memory(Processes.pycurlCommand("memory", COUNT))));
            }
            all.add(Contender.process(CODE_CACHE, () -> Launches.codeCache(Launches.handles(COUNT))));
            return all;
        }

        @Override
        Rounds.Plan plan(boolean quick) {
            return Rounds.Plan.ofWholes(0, quick ? 1 : 3);
        }
    },

    START("from the start of the process to the first byte", false) {
        @Override
        List<Contender> contenders() throws Exception {
            return Launches.starts(false);
        }

        @Override
        Rounds.Plan plan(boolean quick) {
            return Rounds.Plan.ofWholes(1, quick ? 2 : 10);
        }
    },

    AOT("the same with an AOT cache", false) {
        @Override
        List<Contender> contenders() throws Exception {
            return Launches.starts(true);
        }

        @Override
        Rounds.Plan plan(boolean quick) {
            return Rounds.Plan.ofWholes(1, quick ? 2 : 10);
        }
    };

    /** Nobody to compare with, but how many bytes of the code cache a handle takes. */
    static final String CODE_CACHE = "code cache";

    private static final String COUNT = "10000";
    private static final int THREADS = 1000;
    private static final int BIG_TIMES = 4;
    private static final int UPLOAD_TIMES = 8;
    private static final int SMALL_TIMES = 10_000;
    private static final Client.Setup ONE = new Client.Setup(false, 1);

    final String title;
    final boolean countsCpu;

    Scenario(String title, boolean countsCpu) {
        this.title = title;
        this.countsCpu = countsCpu;
    }

    abstract List<Contender> contenders() throws Exception;

    Rounds.Plan plan(boolean quick) {
        return quick ? Rounds.Plan.QUICK : Rounds.Plan.FULL;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String[] parallel(int transfers) {
        return new String[] {"--parallel", "--parallel-immediate", "--parallel-max", String.valueOf(transfers)};
    }

    private static void curl(List<Contender> all, int times, double amount, String... arguments) {
        if (Processes.hasCurl()) {
            all.add(Contender.process("curl", () -> Processes.curl(times, amount, arguments)));
        }
    }

    private static void pycurl(List<Contender> all, String name, String... arguments) {
        if (Processes.hasPycurl()) {
            all.add(Contender.process(name, () -> Processes.pycurl(arguments)));
        }
    }

    private static List<Contender> concurrent(int requests) {
        var uri = Server.small();
        Supplier<Easy> easy = () -> Ours.easy(uri, Ours.view());
        List<Contender> all = new ArrayList<>();
        all.add(Contender.ours("poll", () -> new PollLoop(requests, easy)));
        all.add(Contender.ours("socketAction, epoll", () -> new EpollLoop(requests, easy)));
        all.add(Contender.ours("EventLoop", () -> FutureLoop.of(new EventLoop(), requests, easy)));
        all.add(Contender.ours(
                "EventLoop, dependents on its thread",
                () -> FutureLoop.of(new EventLoop(1, Runnable::run), requests, easy)));
        for (Clients kind : Clients.values()) {
            all.add(kind.contender(
                    new Client.Setup(false, requests),
                    client -> new InFlight(client, requests, () -> client.getAsync(uri))));
        }
        return all;
    }

    /** Measures one scenario, in this JVM. */
    static Measured measure(Scenario scenario, boolean quick) throws Exception {
        List<Figure> figures = new Rounds(scenario.plan(quick), scenario.countsCpu).run(scenario.contenders());
        return Measured.now(scenario.id(), quick, figures);
    }
}
