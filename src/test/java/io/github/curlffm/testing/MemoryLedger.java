package io.github.curlffm.testing;

import io.github.curlffm.CMemory;
import io.github.curlffm.Curl;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;

/** Memory callbacks that keep books: what is allocated, by which function, in which threads; and that may refuse. */
public final class MemoryLedger {

    private static final LongPredicate NEVER = allocation -> false;

    private static final long OF_UNKNOWN_SIZE = -1;

    /** The sizes by the addresses. */
    private final Map<Long, Long> live = new ConcurrentHashMap<>();

    private final Map<String, AtomicLong> calls = new ConcurrentSkipListMap<>();
    private final Set<Long> threads = ConcurrentHashMap.newKeySet();
    private final Set<String> wrong = new ConcurrentSkipListSet<>();
    private final AtomicLong allocations = new AtomicLong();
    private volatile LongPredicate refused = NEVER;

    /** Initializes libcurl with these callbacks. */
    public MemoryLedger install() {
        Curl.globalInitMem(this::malloc, this::free, this::realloc, this::strdup, this::calloc);
        return this;
    }

    /** Refuses some allocations from now on, by their number, which begins with 1. */
    public void refuse(LongPredicate which) {
        allocations.set(0);
        refused = which;
    }

    /** Refuses no more. */
    public void refuseNothing() {
        refused = NEVER;
    }

    /** {@return how many allocations there were since the last {@link #refuse}} */
    public long allocations() {
        return allocations.get();
    }

    /** {@return how many blocks are allocated} */
    public int live() {
        return live.size();
    }

    /** {@return the addresses of the blocks that are allocated} */
    public Set<Long> addresses() {
        return Set.copyOf(live.keySet());
    }

    /** {@return the sizes of the blocks that are allocated, but for those with these addresses; -1 for a string's} */
    public List<Long> sizesBut(Set<Long> addresses) {
        return live.entrySet().stream()
                .filter(block -> !addresses.contains(block.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** {@return how often each function was called} */
    public Map<String, AtomicLong> calls() {
        return calls;
    }

    /** {@return the threads that called} */
    public Set<Long> threads() {
        return threads;
    }

    /** {@return what must not happen: freeing what is not allocated} */
    public Set<String> wrong() {
        return wrong;
    }

    private void called(String function) {
        calls.computeIfAbsent(function, name -> new AtomicLong()).incrementAndGet();
        threads.add(Thread.currentThread().threadId());
    }

    private boolean isRefused() {
        return refused.test(allocations.incrementAndGet());
    }

    private MemorySegment entered(MemorySegment memory, long size) {
        if (memory.address() != 0) {
            live.put(memory.address(), size);
        }
        return memory;
    }

    private void left(String function, MemorySegment memory) {
        if (memory.address() != 0 && live.remove(memory.address()) == null) {
            wrong.add(function + " of what is not allocated");
        }
    }

    private MemorySegment malloc(long size) {
        called("malloc");
        return isRefused() ? MemorySegment.NULL : entered(CMemory.malloc(size), size);
    }

    private void free(MemorySegment memory) {
        called("free");
        left("free", memory);
        CMemory.free(memory);
    }

    private MemorySegment realloc(MemorySegment memory, long size) {
        called("realloc");
        if (isRefused()) {
            return MemorySegment.NULL;
        }
        left("realloc", memory); // before another thread can be given the same address
        MemorySegment moved = CMemory.realloc(memory, size);
        if (moved.address() == 0) {
            entered(memory, OF_UNKNOWN_SIZE);
        }
        return entered(moved, size);
    }

    private MemorySegment strdup(MemorySegment string) {
        called("strdup");
        return isRefused() ? MemorySegment.NULL : entered(CMemory.strdup(string), OF_UNKNOWN_SIZE);
    }

    private MemorySegment calloc(long count, long size) {
        called("calloc");
        return isRefused() ? MemorySegment.NULL : entered(CMemory.calloc(count, size), count * size);
    }
}
