package io.github.curlffm.misuse;

import io.github.curlffm.CurlException;
import io.github.curlffm.CurlMultiException;
import io.github.curlffm.internal.upcall.Registry;
import io.github.curlffm.testing.MemoryLedger;
import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The side of a matrix that runs in a JVM of its own: says which cell it is at, then what came of it, so that a crash or
 * a hang has a name. What a cell leaves behind, handles or memory of libcurl's, is part of what came of it.
 *
 * <p>With {@code -Dmisuse.own-memory=true} libcurl's memory stays its own, for a malloc that guards it from outside.
 */
final class Cells implements AutoCloseable {

    /** Whether libcurl's memory is not counted. */
    static final boolean OWN_MEMORY = Boolean.getBoolean("misuse.own-memory");

    private static final Duration RESOLVER_ENDS = Duration.ofSeconds(5);

    static final String BEGIN = "> ";
    static final String OUTCOME = "= ";
    static final String END = "all cells done";
    static final String DONE = "done";

    private static final int SECONDS = 30;
    private static final int HANGS = 99;

    /** What a cell does; what it throws is what came of it. */
    @FunctionalInterface
    interface Body {
        void run() throws Throwable;
    }

    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private final MemoryLedger ledger = OWN_MEMORY ? new MemoryLedger() : new MemoryLedger().install();
    private volatile long begun = System.nanoTime();
    private volatile String running = "nothing yet";

    Cells() {
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setIn(new ByteArrayInputStream(new byte[0]));
        Thread.ofPlatform().daemon().start(this::watch);
    }

    private void watch() {
        try {
            while (System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(SECONDS)) {
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            return;
        }
        System.err.println(running + " hangs");
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            System.err.println(thread);
            for (StackTraceElement element : stack) {
                System.err.println("    " + element);
            }
        });
        Runtime.getRuntime().halt(HANGS);
    }

    /** Runs one cell. */
    void cell(String name, Body body) {
        cell(name, body, new String[] {""});
    }

    /** Runs one cell, of which also something else is to be told: what came of a call inside. */
    void cell(String name, Body body, String[] inside) {
        begun = System.nanoTime();
        running = name;
        out.println(BEGIN + name);
        int handles = Registry.size();
        int blocks = ledger.live();
        String outcome = outcome(body);
        int moreHandles = Registry.size() - handles;
        int moreBlocks = blocksLeft(blocks);
        out.println(OUTCOME
                + (inside[0].isEmpty() ? "" : inside[0] + ", then ")
                + outcome
                + (moreHandles > 0 ? ", leaving " + moreHandles + " handles" : "")
                + (moreBlocks > 0 ? ", leaving " + moreBlocks + " blocks of memory" : "")
                + (ledger.wrong().isEmpty() ? "" : ", after " + ledger.wrong()));
    }

    /** With QUICK_EXIT a thread of libcurl's that looks up a name gives back what it has when it is done. */
    private int blocksLeft(int before) {
        long end = System.nanoTime() + RESOLVER_ENDS.toNanos();
        while (ledger.live() > before && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        return ledger.live() - before;
    }

    /** {@return what came of something, as expectations name it} */
    static String outcome(Body body) {
        try {
            body.run();
            return DONE;
        } catch (InvocationTargetException e) {
            return outcomeOf(e.getCause());
        } catch (Throwable e) {
            return outcomeOf(e);
        }
    }

    /** {@return what came of something that threw} */
    static String outcomeOf(Throwable thrown) {
        if (System.getProperty("misuse.stacks") != null) {
            thrown.printStackTrace();
        }
        String name = thrown.getClass().getSimpleName();
        return switch (thrown) {
            case CurlException e -> name + " " + e.code();
            case CurlMultiException e -> name + " " + e.code();
            default -> name;
        };
    }

    @Override
    public void close() {
        out.println(END);
        out.flush();
        Runtime.getRuntime().halt(0); // peers have threads that wait
    }
}
