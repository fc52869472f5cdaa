package io.github.curlffm.internal.upcall;

import io.github.curlffm.internal.lib.Locks;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * By what transfers in several threads take turns that share what libcurl does not lock well enough; as a rule there is
 * nothing. A turn is one call of libcurl's. In the lambdas that may wait for another transfer the thread has none.
 */
public final class Turns {

    /** What only one thread at a time can have. */
    public static final class Turn extends ReentrantLock implements Comparable<Turn> {
        private static final long serialVersionUID = 1L;
        private static final AtomicLong LAST = new AtomicLong();

        private final long number = LAST.incrementAndGet();

        /** Nobody has it. */
        public Turn() {
            anywhere = true;
        }

        /** The same order everywhere, so that two threads cannot wait for each other. */
        @Override
        public int compareTo(Turn other) {
            return Long.compare(number, other.number);
        }
    }

    /** Whether there is any: most programs have none, and do not look for what the thread has. */
    private static volatile boolean anywhere;

    /**
     * What a thread has. One that has something does not wait for more.
     *
     * @param kept for the lambdas that must not give it up, since libcurl is in the middle of something
     * @param free what the next lambda may give up; nothing as long as anything is kept
     */
    private record Held(List<Turn> kept, List<Turn> free) {
        static final Held NOTHING = new Held(List.of(), List.of());

        boolean isNothing() {
            return kept.isEmpty() && free.isEmpty();
        }
    }

    private static final ThreadLocal<Held> HELD = ThreadLocal.withInitial(() -> Held.NOTHING);

    private volatile List<Turn> turns = List.of();

    /** Begins with nothing. */
    public Turns() {}

    /** Adds those of others, from the next turn on; one that is there changes nothing. */
    public void add(Turns others) {
        if (!turns.containsAll(others.turns)) {
            turns = Stream.concat(turns.stream(), others.turns.stream())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /** Takes turns by one, or none if it is null, from the next turn on. */
    public void only(Turn turn) {
        turns = turn == null ? List.of() : List.of(turn);
    }

    /** Runs something when it is its turn. */
    public int take(IntSupplier action) {
        List<Turn> taken = turns; // a callback may add one meanwhile
        return taken.isEmpty() ? action.getAsInt() : taking(taken, action::getAsInt);
    }

    /** Runs something when it is its turn. */
    public <T> T take(Supplier<T> action) {
        List<Turn> taken = turns;
        return taken.isEmpty() ? action.get() : taking(taken, action);
    }

    private static <T> T taking(List<Turn> turns, Supplier<T> action) {
        if (!lock(turns, isHeldHere())) {
            throw new IllegalStateException("another thread has the turn of a share, and this one has the turn of"
                    + " another share: the two could wait for each other for ever; do it outside of callbacks");
        }
        return having(turns, action);
    }

    /** Runs something now, if it is its turn; {@return whether it was} */
    public boolean tryTake(Runnable action) {
        List<Turn> taken = turns;
        boolean all = lock(taken, true);
        if (all) {
            having(taken, () -> {
                action.run();
                return null;
            });
        }
        return all;
    }

    /** {@return whether all of them are locked now}; if not, none is. */
    private static boolean lock(List<Turn> turns, boolean withoutWaiting) {
        int count = 0;
        boolean all = false;
        try {
            for (Turn turn : turns) {
                if (!withoutWaiting) {
                    Locks.lock(turn);
                } else if (!turn.tryLock()) {
                    return false;
                }
                count++;
            }
            all = true;
        } finally {
            while (!all && count > 0) {
                turns.get(--count).unlock();
            }
        }
        return all;
    }

    private static <T> T having(List<Turn> locked, Supplier<T> action) {
        Held before = HELD.get();
        try {
            HELD.set(new Held(before.kept, joined(before.free, locked)));
            return action.get();
        } finally {
            HELD.set(before);
            locked.forEach(ReentrantLock::unlock);
        }
    }

    private static List<Turn> joined(List<Turn> some, List<Turn> others) {
        return Stream.concat(some.stream(), others.stream()).sorted().toList();
    }

    /** {@return whether this thread has a turn}, and so must not wait for another */
    public static boolean isHeldHere() {
        return anywhere && !HELD.get().isNothing();
    }

    /**
     * Lets others have their turn while a lambda runs that may wait for them: one in which libcurl is as far with all that is
     * shared as between two calls. Not if that is inside another lambda that has to keep what it has.
     */
    static long without(Callable<Long> lambda) throws Exception {
        Held held = HELD.get();
        if (!held.kept.isEmpty()) {
            return lambda.call();
        }
        HELD.set(Held.NOTHING);
        held.free.forEach(ReentrantLock::unlock);
        try {
            return lambda.call();
        } finally {
            lock(held.free, false);
            HELD.set(held);
        }
    }

    /** Runs a lambda in which nothing is given up, whatever it calls. */
    static long keeping(Callable<Long> lambda) throws Exception {
        Held held = HELD.get();
        HELD.set(new Held(joined(held.kept, held.free), List.of()));
        try {
            return lambda.call();
        } finally {
            HELD.set(held);
        }
    }
}
