package io.github.curlffm.memory;

import static io.github.curlffm.option.Option.CAINFO_BLOB;
import static io.github.curlffm.option.Option.COOKIEFILE;
import static io.github.curlffm.option.Option.PROXY;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CMemory;
import io.github.curlffm.Curl;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.CurlUrl;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.MallocCallback;
import io.github.curlffm.memory.MemoryScenarios.Scenario;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Loaded;
import io.github.curlffm.testing.MemoryLedger;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;

/** Programs for JVMs of their own, since libcurl is initialized once: the argument names one. */
public final class MemoryPrograms {

    private static final int ROUNDS = 20;

    /** What the callbacks of some programs throw, once it is set. */
    private static volatile Throwable thrown;

    private MemoryPrograms() {}

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "balanced" -> balanced();
            case "resolving" -> resolving(args[1]);
            case "arguments" -> arguments();
            case "reclaimed" -> reclaimed();
            case "throwing" -> throwing();
            case "noMemory" -> noMemory();
            case "tooLate" -> tooLate();
            case "missing" -> missing();
            case "duplicates" -> duplicates();
            default -> throw new IllegalArgumentException(args[0]);
        }
        System.out.println("fine");
    }

    /** All five are called, and nothing grows. */
    private static void balanced() throws IOException {
        MemoryLedger ledger = new MemoryLedger().install();
        try (MemoryScenarios scenarios = new MemoryScenarios()) {
            for (Scenario scenario : scenarios.all().values()) {
                scenario.run();
            }
            int live = ledger.live();
            for (int i = 0; i < ROUNDS; i++) {
                for (Scenario scenario : scenarios.all().values()) {
                    scenario.run();
                }
                assertEquals(live, ledger.live(), "blocks after round " + i);
            }
        }
        assertEquals(
                Set.of("malloc", "free", "realloc", "strdup", "calloc"),
                ledger.calls().keySet());
        assertEquals(Set.of(), ledger.wrong());
        assertNull(Curl.takeMemoryFailure());
    }

    /** What the five are given makes sense. */
    private static void arguments() throws IOException {
        Set<String> copied = ConcurrentHashMap.newKeySet();
        Set<Long> given = ConcurrentHashMap.newKeySet();
        LongUnaryOperator sensible = size -> {
            assertTrue(size > 0 && size < 1 << 24, "a size of " + size);
            return size;
        };
        UnaryOperator<MemorySegment> remembered = memory -> {
            given.add(memory.address());
            return memory;
        };
        Curl.globalInitMem(
                size -> remembered.apply(CMemory.malloc(sensible.applyAsLong(size))),
                memory -> {
                    assertTrue(memory.address() == 0 || given.contains(memory.address()));
                    CMemory.free(memory);
                },
                (memory, size) -> {
                    assertTrue(memory.address() == 0 || given.contains(memory.address()));
                    return remembered.apply(CMemory.realloc(memory, sensible.applyAsLong(size)));
                },
                string -> {
                    copied.add(string.reinterpret(Long.MAX_VALUE).getString(0));
                    return remembered.apply(CMemory.strdup(string));
                },
                (count, size) ->
                        remembered.apply(CMemory.calloc(sensible.applyAsLong(count), sensible.applyAsLong(size))));
        try (MemoryScenarios scenarios = new MemoryScenarios()) {
            for (Scenario scenario : scenarios.all().values()) {
                scenario.run();
            }
        }
        assertTrue(copied.contains("X-One: 1"), copied::toString);
        assertNull(Curl.takeMemoryFailure());
    }

    /** The thread in which libcurl resolves a name is not one of Java's. */
    private static void resolving(String host) throws IOException {
        MemoryLedger ledger = new MemoryLedger().install();
        try (Easy easy = new Easy()) {
            easy.set(URL, "http://" + host + ":1/").set(PROXY, "");
            CurlException e = assertThrows(CurlException.class, easy::perform);
            assertEquals(CurlCode.COULDNT_CONNECT, e.code(), e::toString);
        }
        assertTrue(ledger.threads().size() > 1, "called in threads " + ledger.threads());
        assertEquals(Set.of(), ledger.wrong());
    }

    /** What nobody closes is given back when it is garbage. */
    private static void reclaimed() {
        MemoryLedger ledger = new MemoryLedger().install();
        CurlUrl.parse("http://host/path?query").close();
        int live = ledger.live();
        for (int i = 0; i < ROUNDS; i++) {
            CurlUrl.parse("http://host/path?query").duplicate();
        }
        assertTrue(ledger.live() > live);
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (ledger.live() > live) {
            assertTrue(System.nanoTime() < deadline, "URLs are not reclaimed");
            System.gc();
            Thread.yield();
        }
        assertEquals(Set.of(), ledger.wrong());
    }

    private static void install(MallocCallback malloc) {
        Curl.globalInitMem(malloc, CMemory::free, CMemory::realloc, CMemory::strdup, CMemory::calloc);
    }

    private static void check() throws Exception {
        Throwable now = thrown;
        if (now instanceof Error error) {
            throw error;
        } else if (now != null) {
            throw (Exception) now;
        }
    }

    /** Each of the five throws what it likes: libcurl is told that there is no memory, and the JVM lives. */
    private static void throwing() throws Exception {
        Set<String> functions = new TreeSet<>();
        Curl.globalInitMem(
                size -> {
                    functions.add("malloc");
                    check();
                    return CMemory.malloc(size);
                },
                memory -> {
                    CMemory.free(memory);
                    functions.add("free");
                    check();
                },
                (memory, size) -> {
                    functions.add("realloc");
                    check();
                    return CMemory.realloc(memory, size);
                },
                string -> {
                    functions.add("strdup");
                    check();
                    return CMemory.strdup(string);
                },
                (count, size) -> {
                    functions.add("calloc");
                    check();
                    return CMemory.calloc(count, size);
                });
        try (MemoryScenarios scenarios = new MemoryScenarios()) {
            for (Throwable one : List.of(
                    new IllegalArgumentException("unchecked"),
                    new IOException("checked"),
                    new AssertionError("error"))) {
                StackTraceElement[] stack = one.getStackTrace();
                for (Scenario scenario : scenarios.all().values()) {
                    CurlUrl url = CurlUrl.parse("http://host/");
                    functions.clear();
                    thrown = one;
                    assertThrows(Throwable.class, scenario::run);
                    url.close();
                    thrown = null;
                    assertSame(one, Curl.takeMemoryFailure());
                    assertNull(Curl.takeMemoryFailure());
                    assertTrue(functions.contains("free") && functions.size() > 1, functions::toString);
                    scenario.run();
                }
                assertEquals(List.of(stack), List.of(one.getStackTrace()));
            }
        }
    }

    /** What is no memory for libcurl is refused, and said. */
    private static void noMemory() {
        MemorySegment[] result = {MemorySegment.ofArray(new byte[100_000])};
        boolean[] wrong = {false};
        Curl.globalInitMem(
                CMemory::malloc,
                CMemory::free,
                CMemory::realloc,
                CMemory::strdup,
                (count, size) -> wrong[0] ? result[0] : CMemory.calloc(count, size));
        CurlUrl.parse("http://host/").close();
        wrong[0] = true;
        assertThrows(OutOfMemoryError.class, CurlUrl::new);
        assertTrue(Curl.takeMemoryFailure().getMessage().contains("Java's heap"));
        result[0] = null;
        assertThrows(OutOfMemoryError.class, CurlUrl::new);
        assertInstanceOf(NullPointerException.class, Curl.takeMemoryFailure());
        result[0] = MemorySegment.NULL;
        assertThrows(OutOfMemoryError.class, CurlUrl::new);
        assertNull(Curl.takeMemoryFailure());
        result[0] = Arena.global().allocate(100_000);
        assertEquals("CurlUrl (cannot", new CurlUrl().toString().substring(0, 15));
    }

    private static void tooLate() {
        Curl.version();
        assertNull(Curl.takeMemoryFailure());
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> new MemoryLedger().install());
        assertEquals(
                "globalInitMem comes too late: libcurl is initialized; call it before anything else of this library",
                e.getMessage());
        CurlUrl.parse("http://host/").close();
    }

    /**
     * Before 8.5.0 a duplicate that could not be made whole had its original's blobs and names of cookie files freed, which
     * the original went on with: there it is not begun. From then on it is refused memory at each point.
     */
    private static void duplicates() throws IOException {
        MemoryLedger ledger = new MemoryLedger().install();
        try (HttpPeer peer = HttpPeer.answering("body");
                Easy easy = new Easy().set(URL, peer.url("/")).set(PROXY, "").set(WRITEFUNCTION, body -> {})) {
            easy.duplicate().close();
            duplicate(easy.set(CAINFO_BLOB, new byte[100]), CAINFO_BLOB, true, ledger);
            easy.unset(CAINFO_BLOB).duplicate().close();
            duplicate(
                    easy.set(COOKIEFILE, "").set(COOKIEFILE, "missing"),
                    COOKIEFILE,
                    Loaded.isAtLeast("7.88.0"),
                    ledger);
            easy.unset(COOKIEFILE).duplicate().close();
            easy.perform();
        }
        assertEquals(Set.of(), ledger.wrong());
        assertNull(Curl.takeMemoryFailure());
    }

    private static void duplicate(Easy easy, Option<?> holding, boolean refused, MemoryLedger ledger)
            throws IOException {
        if (refused && !Loaded.isAtLeast("8.5.0")) {
            assertEquals(
                    "duplicate() of a handle with " + holding + " would crash libcurl "
                            + Curl.version().version()
                            + " if a function of globalInitMem gave no memory; unset(" + holding.name()
                            + ") before, and set it on both afterwards",
                    assertThrows(UnsupportedOperationException.class, easy::duplicate)
                            .getMessage());
            return;
        }
        ledger.refuse(allocation -> false);
        easy.duplicate().close();
        for (long last = ledger.allocations(), point = 1; point <= last; point++) {
            long first = point;
            ledger.refuse(allocation -> allocation == first);
            assertThrows(OutOfMemoryError.class, easy::duplicate, () -> "without allocation " + first + " of " + last);
            ledger.refuseNothing();
        }
        easy.perform();
    }

    private static void missing() throws IOException {
        assertThrows(NullPointerException.class, () -> install(null));
        install(CMemory::malloc);
        assertThrows(IllegalStateException.class, () -> install(CMemory::malloc));
        try (MemoryScenarios scenarios = new MemoryScenarios()) {
            scenarios.all().get("transfer").run();
        }
    }
}
