package io.github.curlffm;

import io.github.curlffm.internal.HandleState;
import io.github.curlffm.internal.Kept;
import io.github.curlffm.internal.MimeReader;
import io.github.curlffm.option.Option;
import java.util.List;

/** The copy of a {@link Mime} that a duplicated easy handle has: libcurl's own, but for the lambdas that it reads from. */
final class MimeCopy extends Attachment {

    private final List<HandleState> readers;

    MimeCopy(List<HandleState> readers) {
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
        return readers.stream().anyMatch(HandleState::isPaused);
    }

    @Override
    Throwable takeFailure() {
        return takeFailure(readers);
    }

    /** {@return what lambdas of some readers threw, or null} */
    static Throwable takeFailure(List<HandleState> readers) {
        Throwable failure = null;
        for (HandleState reader : readers) {
            failure = merged(failure, reader.takePending());
        }
        return failure;
    }
}
