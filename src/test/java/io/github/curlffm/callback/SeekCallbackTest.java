package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.INFILESIZE_LARGE;
import static io.github.curlffm.option.Option.READFUNCTION;
import static io.github.curlffm.option.Option.RESUME_FROM_LARGE;
import static io.github.curlffm.option.Option.SEEKFUNCTION;
import static io.github.curlffm.option.Option.URL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.SeekCallback.Result;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Perform;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeekCallbackTest extends RewindContract<SeekCallback> {

    private record Move(long offset, SeekCallback.Origin origin) {}

    private final RepeatableBody body = new RepeatableBody(BODY);
    private final List<Move> moves = new ArrayList<>();

    @Override
    public Option<SeekCallback> option() {
        return SEEKFUNCTION;
    }

    @Override
    public SeekCallback harmless(Action action) {
        return (offset, origin) -> {
            action.run();
            return Result.OK;
        };
    }

    @Override
    List<SeekCallback> refusals() {
        return List.of((offset, origin) -> Result.FAIL, (offset, origin) -> Result.CANTSEEK);
    }

    @Override
    SeekCallback answeringNull() {
        return (offset, origin) -> null;
    }

    @Test
    void isAskedForTheBeginningWhenTheUploadStartsOver() throws Exception {
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(SEEKFUNCTION, (offset, origin) -> {
                        moves.add(new Move(offset, origin));
                        return Result.OK;
                    })
                    .perform();
        }
        assertEquals(List.of(new Move(0, SeekCallback.Origin.SET)), moves);
    }

    private Easy resuming(Result answer) {
        Needs.resumedHttpUpload();
        Easy easy = new Easy();
        prepare(easy);
        return easy.set(URL, peer.url("/there"))
                .set(RESUME_FROM_LARGE, 1000)
                .set(INFILESIZE_LARGE, BODY.length())
                .set(READFUNCTION, body)
                .set(SEEKFUNCTION, (offset, origin) -> {
                    moves.add(new Move(offset, origin));
                    if (answer == Result.OK) {
                        body.seek(offset);
                    }
                    return answer;
                });
    }

    private void assertResumed() {
        assertEquals(List.of(new Move(1000, SeekCallback.Origin.SET)), moves);
        assertEquals(List.of(BODY.substring(1000)), uploads);
    }

    @Test
    void movesToWhereAnUploadResumes() throws Exception {
        try (Easy easy = resuming(Result.OK)) {
            easy.perform();
        }
        assertResumed();
    }

    @Test
    void cantSeekLetsLibcurlReadAndDropWhatComesBefore() throws Exception {
        try (Easy easy = resuming(Result.CANTSEEK)) {
            easy.perform();
        }
        assertResumed();
    }

    @Test
    void failAtAResumeEndsTheTransfer() {
        try (Easy easy = resuming(Result.FAIL)) {
            Perform.failsWith(CurlCode.READ_ERROR, easy);
        }
        assertEquals(List.of(), uploads);
    }

    @Test
    void withoutOneLibcurlReadsAndDropsAtAResume() throws Exception {
        try (Easy easy = resuming(Result.FAIL).unset(SEEKFUNCTION)) {
            easy.perform();
        }
        assertEquals(List.of(), moves);
        assertEquals(List.of(BODY.substring(1000)), uploads);
    }
}
