package io.github.curlffm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Child;
import io.github.curlffm.testing.ChildJvm;
import io.github.curlffm.testing.HttpPeer;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** {@link Curl#globalInitMem} works once and before everything else: each test has a JVM of its own. */
class MemoryCallbacksTest {

    /** Counts what libcurl allocates, and refuses or throws when it is told to. */
    static final class Memory {
        final Map<Long, Boolean> live = new ConcurrentHashMap<>();
        final Map<String, Integer> calls = new ConcurrentHashMap<>();
        final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
        volatile RuntimeException thrown;

        private MemorySegment allocated(String what, MemorySegment memory) {
            calls.merge(what, 1, Integer::sum);
            if (memory.address() != 0) {
                live.put(memory.address(), true);
            }
            return memory;
        }

        private boolean refuses() {
            if (thrown != null) {
                throw thrown;
            }
            return left.getAndDecrement() <= 0;
        }

        Memory install() {
            Curl.globalInitMem(
                    size -> refuses() ? MemorySegment.NULL : allocated("malloc", CMemory.malloc(size)),
                    memory -> {
                        calls.merge("free", 1, Integer::sum);
                        live.remove(memory.address());
                        CMemory.free(memory);
                    },
                    (memory, size) -> {
                        if (refuses()) {
                            return MemorySegment.NULL;
                        }
                        live.remove(memory.address());
                        return allocated("realloc", CMemory.realloc(memory, size));
                    },
                    string -> refuses() ? MemorySegment.NULL : allocated("strdup", CMemory.strdup(string)),
                    (count, size) -> refuses() ? MemorySegment.NULL : allocated("calloc", CMemory.calloc(count, size)));
            return this;
        }
    }

    private static void transfer(HttpPeer peer) throws CurlException {
        try (Easy easy = new Easy()) {
            easy.set(Option.URL, peer.url("/"))
                    .set(Option.HTTPHEADER, List.of("X-One: 1"))
                    .set(Option.WRITEFUNCTION, data -> {})
                    .perform();
        }
    }

    static final class Balance {
        public static void main(String[] args) throws Exception {
            Memory memory = new Memory().install();
            try (HttpPeer peer = HttpPeer.answering("body")) {
                transfer(peer);
                int before = memory.live.size();
                for (int i = 0; i < 100; i++) {
                    transfer(peer);
                }
                System.out.println("grown by " + (memory.live.size() - before));
                System.out.println("called " + new TreeSet<>(memory.calls.keySet()));
                System.out.println("failure " + Curl.takeMemoryFailure());
            }
        }
    }

    @Test
    void allFiveAreCalledAndWhatIsAllocatedIsFreed() throws Exception {
        Child.Outcome result = ChildJvm.of(Balance.class).run();
        assertEquals(0, result.exit(), result::toString);
        assertTrue(result.out().contains("grown by 0\n"), result::toString);
        assertTrue(result.out().contains("called [calloc, free, malloc,"), result::toString);
        assertTrue(result.out().contains("strdup]"), result::toString);
        assertTrue(result.out().contains("failure null\n"), result::toString);
    }

    static final class RunsOut {
        public static void main(String[] args) throws Exception {
            Memory memory = new Memory().install();
            int refusals = 0;
            try (HttpPeer peer = HttpPeer.answering("body")) {
                transfer(peer);
                for (int allowed = 0; allowed < 300; allowed += 3) {
                    memory.left.set(allowed);
                    try {
                        transfer(peer);
                    } catch (CurlException | IllegalArgumentException | OutOfMemoryError e) {
                        refusals++;
                    } finally {
                        memory.left.set(Integer.MAX_VALUE);
                    }
                }
                transfer(peer);
            }
            System.out.println("refused " + refusals);
        }
    }

    @Test
    void whenMemoryRunsOutEveryCallSaysSoAndTheJvmLives() throws Exception {
        Child.Outcome result = ChildJvm.of(RunsOut.class).run();
        assertEquals(0, result.exit(), result::toString);
        int refusals = Integer.parseInt(result.out().replaceAll("(?s).*refused (\\d+).*", "$1"));
        assertTrue(refusals > 20, result::toString);
    }

    static final class Throwing {
        public static void main(String[] args) throws Exception {
            Memory memory = new Memory().install();
            try (HttpPeer peer = HttpPeer.answering("body")) {
                transfer(peer);
                memory.thrown = new IllegalStateException("no more");
                try {
                    transfer(peer);
                    System.out.println("no failure");
                } catch (CurlException | OutOfMemoryError | IllegalArgumentException e) {
                    System.out.println("failed");
                }
                memory.thrown = null;
                System.out.println("failure " + Curl.takeMemoryFailure() + ", then " + Curl.takeMemoryFailure());
                transfer(peer);
            }
        }
    }

    @Test
    void whatALambdaThrowsIsKeptAndLibcurlHasNoMemory() throws Exception {
        Child.Outcome result = ChildJvm.of(Throwing.class).run();
        assertEquals(0, result.exit(), result::toString);
        assertTrue(result.out().contains("failed\n"), result::toString);
        assertTrue(
                result.out().contains("failure java.lang.IllegalStateException: no more, then null"), result::toString);
    }

    @Test
    void afterTheFirstHandleItIsTooLate() {
        new Easy().close();
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> new Memory().install());
        assertTrue(e.getMessage().contains("globalInitMem comes too late"), e::toString);
    }
}
