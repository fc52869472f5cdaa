package io.github.curlffm;

import io.github.curlffm.internal.c.Shown;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;

/** Replaces an exception of a lambda that cannot be serialized. It has its message and its stack trace. */
final class SerializableCause extends Exception {
    private static final long serialVersionUID = 1L;

    private SerializableCause(Throwable original) {
        super(Shown.of(original), original.getCause() == null ? null : of(original.getCause()));
        setStackTrace(original.getStackTrace());
        for (Throwable suppressed : original.getSuppressed()) {
            addSuppressed(of(suppressed));
        }
    }

    /** {@return whether an exception cannot be serialized} */
    static boolean isNeeded(Throwable thrown) {
        if (thrown == null) {
            return false;
        }
        try (ObjectOutputStream out = new ObjectOutputStream(OutputStream.nullOutputStream())) {
            out.writeObject(thrown);
            return false;
        } catch (IOException | RuntimeException e) {
            return true;
        }
    }

    /** {@return an exception that can be serialized: the given one, if possible} */
    static Throwable of(Throwable thrown) {
        return isNeeded(thrown) ? new SerializableCause(thrown) : thrown;
    }
}
