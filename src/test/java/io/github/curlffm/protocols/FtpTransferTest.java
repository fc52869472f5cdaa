package io.github.curlffm.protocols;

import static io.github.curlffm.option.Option.HEADERFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.option.Info;
import io.github.curlffm.testing.Bystanders;
import io.github.curlffm.testing.Exploding;
import io.github.curlffm.testing.FtpPeer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FTP: files in both directions, directories, the server's replies in HEADER, and the infos that come with them. */
class FtpTransferTest extends UploadAndResume<FtpPeer> {

    private final List<String> replies = new ArrayList<>();

    FtpTransferTest() {
        super("ftp");
    }

    @Override
    protected FtpPeer serve(Path folder) {
        return new FtpPeer(folder);
    }

    private Easy withReplies(Easy easy) {
        return download(easy).set(HEADERFUNCTION, reply -> replies.add(new String(reply)));
    }

    private List<String> codes() {
        return replies.stream().map(reply -> reply.substring(0, 3)).toList();
    }

    @Test
    void aDirectoryIsListedToTheBody(Easy easy) throws IOException {
        assertLists(easy, "a.txt", "sub");
    }

    @Test
    void eachReplyOfTheServerIsAHeader() throws IOException {
        try (Easy easy = withReplies(new Easy())) {
            assertEquals("alpha", bodyOf(easy));
            assertEquals(226, easy.get(Info.RESPONSE_CODE));
        }
        assertEquals("220 Service ready for new user.\r\n", replies.getFirst());
        assertTrue(codes().containsAll(List.of("331", "230", "257", "229", "200", "213", "150")), codes()::toString);
        assertTrue(replies.stream().allMatch(reply -> reply.endsWith("\r\n")), replies::toString);
        assertEquals("226", codes().getLast());
    }

    @Test
    void anyOtherCountForAReplyEndsTheTransfer(Easy easy) {
        download(easy).set(HEADERFUNCTION, WriteCallback.counted(reply -> reply.length + 1));
        assertEquals(
                CurlCode.WRITE_ERROR,
                assertThrows(CurlException.class, easy::perform).code());
    }

    @Test
    void whatHeaderThrowsReachesTheCallerOnce() throws Exception {
        Exploding.check(
                CurlCode.WRITE_ERROR,
                (easy, exploding) -> download(easy).set(HEADERFUNCTION, reply -> exploding.explode()));
    }

    @Test
    void noOtherCallbackRunsAfterHeaderThrew() throws Exception {
        Bystanders.checkNoneRunsAfter(
                (easy, bystanders) -> download(easy).set(HEADERFUNCTION, reply -> bystanders.explode()));
    }

    @Test
    void unsetDropsTheReplies() throws IOException {
        try (Easy easy = withReplies(new Easy()).unset(HEADERFUNCTION)) {
            assertEquals("alpha", bodyOf(easy));
        }
        assertEquals(List.of(), replies);
    }

    @Test
    void headerCanBeReplacedFromInsideItself() throws IOException {
        List<String> first = new ArrayList<>();
        try (Easy easy = new Easy()) {
            download(easy)
                    .set(HEADERFUNCTION, reply -> {
                        first.add(new String(reply));
                        easy.set(HEADERFUNCTION, next -> replies.add(new String(next)));
                    })
                    .perform();
        }
        assertEquals(1, first.size());
        assertTrue(first.getFirst().startsWith("220 "));
        assertEquals("331", codes().getFirst());
    }

    @Test
    void headerIsKeptByADuplicate() throws IOException {
        Easy original = withReplies(new Easy());
        try (Easy copy = original.duplicate()) {
            original.close();
            assertEquals("alpha", bodyOf(copy));
        }
        assertEquals("220", codes().getFirst());
    }
}
