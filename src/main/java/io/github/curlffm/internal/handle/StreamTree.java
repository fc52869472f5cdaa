package io.github.curlffm.internal.handle;

import io.github.curlffm.internal.c.Setopt;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.lib.Library;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The handles that libcurl has tied together by STREAM_DEPENDS. Before 8.21.0 libcurl has a list of the handles that
 * depend on a handle, and follows it when one of them is set, read, or ends. So handles are tied only while both are in
 * one multi, whose gate lets in one thread at a time. Since 8.21.0 libcurl has no such list, and this does nothing.
 *
 * <p>This must know the same as libcurl, which moves the dependent handles when another handle is put in between.
 */
public final class StreamTree {

    private static final boolean NEEDED = !Library.isAtLeast("8.21.0");
    private static final int DEPENDS = curl_ffm_h.CURLOPT_STREAM_DEPENDS();
    private static final int DEPENDS_EXCLUSIVELY = curl_ffm_h.CURLOPT_STREAM_DEPENDS_E();

    private final Map<Long, Long> parents = new HashMap<>(0);
    private final Map<Long, Set<Long>> children = new HashMap<>(0);
    private boolean pushing;

    StreamTree() {}

    /** {@return whether the loaded libcurl has such a list} */
    public static boolean isNeeded() {
        return NEEDED;
    }

    /** From now on libcurl may duplicate handles by itself, with the list: nothing is tied from now on. */
    public void pushing() {
        pushing = true;
        for (Long child : List.copyOf(parents.keySet())) {
            untie(child);
        }
    }

    /** {@return whether libcurl may duplicate handles by itself} */
    public boolean isPushing() {
        return pushing;
    }

    /** Ties two handles that are both in the multi. */
    public void tie(MemorySegment child, MemorySegment parent, boolean exclusively) {
        if (!pushing && !dependsOn(parent.address(), child.address())) {
            tie(child.address(), parent.address(), exclusively);
        }
    }

    private boolean dependsOn(Long handle, long other) {
        Long at = handle;
        while (at != null && at != other) {
            at = parents.get(at);
        }
        return at != null;
    }

    private void tie(Long child, Long parent, boolean exclusively) {
        untie(child);
        int code = set(exclusively ? DEPENDS_EXCLUSIVELY : DEPENDS, child, parent);
        if (code == 0) {
            Set<Long> siblings = children.computeIfAbsent(parent, none -> new LinkedHashSet<>());
            if (exclusively && !siblings.isEmpty()) {
                siblings.forEach(sibling -> parents.put(sibling, child));
                children.computeIfAbsent(child, none -> new LinkedHashSet<>()).addAll(siblings);
                siblings.clear();
            }
            siblings.add(child);
            parents.put(child, parent);
        }
    }

    private void untie(Long child) {
        Long parent = parents.remove(child);
        if (parent != null) {
            set(DEPENDS, child, 0);
            Set<Long> siblings = children.get(parent);
            siblings.remove(child);
            if (siblings.isEmpty()) {
                children.remove(parent);
            }
        }
    }

    /** Unties a handle from all others. The handles that depend on it get its parent, as libcurl does when it ends. */
    public void untie(MemorySegment handle) {
        if (parents.isEmpty()) { // as with most programs
            return;
        }
        Long parent = parents.get(handle.address());
        for (Long child : List.copyOf(children.getOrDefault(handle.address(), Set.of()))) {
            untie(child);
            if (parent != null) {
                tie(child, parent, false);
            }
        }
        untie(Long.valueOf(handle.address()));
    }

    private static int set(int option, long child, long parent) {
        return Setopt.easyPointer(MemorySegment.ofAddress(child), option, MemorySegment.ofAddress(parent));
    }
}
