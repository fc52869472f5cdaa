package io.github.curlffm;

import io.github.curlffm.internal.handle.StreamTree;
import io.github.curlffm.internal.upcall.EasyState;
import io.github.curlffm.option.Option;
import java.lang.foreign.MemorySegment;
import java.util.function.Supplier;

/**
 * The stream that the stream of an easy handle depends on. libcurl gets this option only while both handles are in one
 * multi.
 */
final class EasyStreams {

    /** Held while a dependency is set, so that there is never a circle. */
    private static final Object CIRCLES = new Object();

    private record Dependency(Easy on, boolean exclusively) {}

    private final EasyHandle easy;

    /** The value of STREAM_DEPENDS, or null. */
    private volatile Dependency dependency;

    /** Whether STREAM_DEPENDS of another handle was ever set to this one. */
    private volatile boolean othersDepend;

    EasyStreams(EasyHandle easy) {
        this.easy = easy;
    }

    @SuppressWarnings("deprecation")
    void dependOn(Option<?> option, Easy other) {
        synchronized (CIRCLES) {
            for (Easy at = other; at != null; at = at.options.streams().dependsOn()) {
                if (at == easy) {
                    throw CurlOptionException.bad(Rows.of(option), other, "it would depend on itself");
                }
            }
            other.options.streams().othersDepend = true;
            dependency = new Dependency(other, option == Option.STREAM_DEPENDS_E);
        }
    }

    void dependOnNone() {
        dependency = null;
    }

    private Easy dependsOn() {
        Dependency its = dependency;
        return its == null ? null : its.on;
    }

    /** Called after the handle has joined a multi: sets the dependencies between it and the handles in there. */
    void tie() {
        StreamTree tree = easy.core().streams();
        if (!StreamTree.isNeeded()) {
            return;
        }
        Dependency own = dependency;
        if (own != null && own.on.core() == easy.core()) {
            tie(tree, easy, own);
        }
        if (othersDepend) {
            for (EasyState member : easy.core().members()) {
                Easy child = (Easy) member.owner();
                Dependency its = child.options.streams().dependency;
                if (its != null && its.on == easy) {
                    tie(tree, child, its);
                }
            }
        }
    }

    private static void tie(StreamTree tree, EasyHandle child, Dependency dependency) {
        tree.tie(child.pointer(), dependency.on.pointer(), dependency.exclusively);
    }

    /** Makes libcurl's duplicate of the handle. It must not copy the list of streams that depend on this one. */
    MemorySegment withoutTies(Supplier<MemorySegment> duplicate) {
        if (!easy.isInMulti() || !StreamTree.isNeeded()) {
            return duplicate.get();
        }
        easy.core().streams().untie(easy.pointer());
        try {
            return duplicate.get();
        } finally {
            tie();
        }
    }
}
