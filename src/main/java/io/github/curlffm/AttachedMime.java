package io.github.curlffm;

import io.github.curlffm.internal.handle.MimeData;
import io.github.curlffm.internal.handle.Owned;
import io.github.curlffm.internal.upcall.EasyState;
import io.github.curlffm.internal.upcall.MimeState;
import io.github.curlffm.internal.upcall.Pending;
import java.util.List;
import java.util.function.Supplier;

/** The form that an easy handle sends: a {@link Mime}, or the copy of one that libcurl made for a duplicate. */
final class AttachedMime extends Attached {

    private final Supplier<List<MimeData>> readers;

    /**
     * Begins to hold.
     *
     * @param readers the data that libcurl reads by callbacks now
     */
    AttachedMime(Mime mime, Owned memory, Supplier<List<MimeData>> readers) {
        super(mime, memory);
        this.readers = readers;
    }

    /** {@return libcurl's own copy, with the lambdas that both read from} */
    @Override
    Attached duplicated() {
        List<MimeData> copied = readers.get();
        copied.forEach(MimeData::duplicated);
        return new AttachedMime(null, null, () -> copied);
    }

    @Override
    void beforeTransfer(EasyState easy) {
        readers.get().forEach(reader -> reader.state().beginTransfer(easy));
    }

    @Override
    void afterTransfer(EasyState easy) {
        readers.get().forEach(reader -> reader.state().endTransfer(easy));
    }

    @Override
    boolean isPaused() {
        return readers.get().stream().map(MimeData::state).anyMatch(MimeState::isPaused);
    }

    @Override
    Throwable takePending() {
        return takePending(readers.get());
    }

    /** {@return what lambdas of some readers threw, or null} */
    static Throwable takePending(List<MimeData> readers) {
        Pending all = new Pending();
        readers.forEach(reader -> all.fail(reader.state().pending().take()));
        return all.take();
    }
}
