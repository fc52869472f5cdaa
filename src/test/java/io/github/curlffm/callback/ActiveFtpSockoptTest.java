package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.FTPPORT;
import static io.github.curlffm.option.Option.SOCKOPTFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.Sockets;
import io.github.curlffm.callback.SockoptCallback.Result;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.FileTransfers;
import io.github.curlffm.testing.FtpPeer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SOCKOPTFUNCTION with the purpose ACCEPT: the connection that an FTP server makes to libcurl. */
class ActiveFtpSockoptTest extends FileTransfers<FtpPeer> implements RepeatedCallbackContract<SockoptCallback> {

    /** The same numbers on every system. */
    private static final int IPPROTO_TCP = 6;

    private static final int TCP_NODELAY = 1;

    ActiveFtpSockoptTest() {
        super("ftp");
    }

    @Override
    protected FtpPeer serve(Path folder) {
        return new FtpPeer(folder);
    }

    @Override
    public Option<SockoptCallback> option() {
        return SOCKOPTFUNCTION;
    }

    @Override
    public SockoptCallback harmless(Action action) {
        return onAccept((socket, purpose) -> {
            action.run();
            return Result.OK;
        });
    }

    @Override
    public void prepare(Easy easy) {
        active(easy);
    }

    private Easy active(Easy easy) {
        return download(easy).set(FTPPORT, "-");
    }

    /** Lets the control connection be, and does something with the accepted one. */
    private static SockoptCallback onAccept(SockoptCallback accept) {
        return (socket, purpose) -> purpose == SocketPurpose.ACCEPT ? accept.sockopt(socket, purpose) : Result.OK;
    }

    @Override
    @Test
    public void whatItThrowsReachesTheCallerAndItIsNotCalledAgain() throws Exception {
        RepeatedCallbackContract.super.whatItThrowsReachesTheCallerAndItIsNotCalledAgain();
        assertEquals("", body.toString());
    }

    @Test
    void seesTheControlConnectionAndThenTheAcceptedOne() throws IOException {
        List<SocketPurpose> purposes = new ArrayList<>();
        List<Long> sockets = new ArrayList<>();
        try (Easy easy = active(new Easy())) {
            easy.set(SOCKOPTFUNCTION, (socket, purpose) -> {
                purposes.add(purpose);
                sockets.add(socket);
                return Result.OK;
            });
            easy.perform();
        }
        assertEquals(List.of(SocketPurpose.IPCXN, SocketPurpose.ACCEPT), purposes);
        assertNotEquals(sockets.get(0), sockets.get(1));
        assertEquals("alpha", body.toString());
    }

    @Test
    void canSetAnOptionOfTheAcceptedSocket() throws IOException {
        int[] accepted = new int[1];
        try (Easy easy = active(new Easy())) {
            easy.set(SOCKOPTFUNCTION, onAccept((socket, purpose) -> {
                Sockets.setOption(socket, IPPROTO_TCP, TCP_NODELAY, 1);
                accepted[0]++;
                return Result.OK;
            }));
            easy.perform();
        }
        assertEquals(1, accepted[0]);
        assertEquals("alpha", body.toString());
    }

    @Test
    void nullAcceptsAsOkDoes() throws IOException {
        try (Easy easy = active(new Easy())) {
            easy.set(SOCKOPTFUNCTION, (socket, purpose) -> null);
            easy.perform();
        }
        assertEquals("alpha", body.toString());
    }

    @Test
    void errorEndsTheTransfer() {
        try (Easy easy = active(new Easy())) {
            easy.set(SOCKOPTFUNCTION, onAccept((socket, purpose) -> Result.ERROR));
            CurlException e = assertThrows(CurlException.class, easy::perform);
            assertEquals(CurlCode.ABORTED_BY_CALLBACK, e.code());
        }
        assertEquals("", body.toString());
    }

    @Test
    void unsetAcceptsEverything() throws IOException {
        try (Easy easy = active(new Easy())) {
            easy.set(SOCKOPTFUNCTION, (socket, purpose) -> Result.ERROR).unset(SOCKOPTFUNCTION);
            easy.perform();
        }
        assertEquals("alpha", body.toString());
    }

    @Test
    void canBeReplacedFromInsideItself() throws IOException {
        List<String> calls = new ArrayList<>();
        try (Easy easy = active(new Easy())) {
            easy.set(SOCKOPTFUNCTION, (control, first) -> {
                calls.add("first " + first);
                easy.set(SOCKOPTFUNCTION, (data, second) -> {
                    calls.add("second " + second);
                    return Result.OK;
                });
                return Result.OK;
            });
            easy.perform();
        }
        assertEquals(List.of("first IPCXN", "second ACCEPT"), calls);
    }
}
