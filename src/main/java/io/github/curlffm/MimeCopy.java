package io.github.curlffm;

import io.github.curlffm.internal.handle.Kept;
import io.github.curlffm.internal.upcall.MimeReader;
import io.github.curlffm.internal.upcall.MimeState;
import io.github.curlffm.option.Option;
import java.util.List;

/** The copy of a {@link Mime} that a duplicated easy handle has: libcurl's own, but for the lambdas that it reads from. */
final class MimeCopy extends Attachment {

    private final List<MimeState> readers;

    MimeCopy(List<MimeState> readers) {
        this.readers = readers;
        readers.forEach(MimeReader::duplicated);
    }

    @Override
    Kept keptFor(Option<?> option, Easy easy) {
        throw new AssertionError("a MimeCopy is no value of an option");
    }

    @Override
    Attachment duplicated() {
        return new MimeCopy(readers);
    }

    @Override
    void beforeTransfer(Easy easy) {
        readers.forEach(reader -> reader.reportTo(easy.state));
    }

    @Override
    boolean isPaused() {
        return readers.stream().anyMatch(MimeState::isPaused);
    }

    @Override
    Throwable takeFailure() {
        return takeFailure(readers);
    }

    /** {@return what lambdas of some readers threw, or null} */
    static Throwable takeFailure(List<MimeState> readers) {
        Throwable failure = null;
        for (MimeState reader : readers) {
            failure = merged(failure, reader.pending().take());
        }
        return failure;
    }
}
