package io.github.curlffm.share;

import static io.github.curlffm.option.Option.COOKIEFILE;
import static io.github.curlffm.option.Option.COOKIELIST;
import static io.github.curlffm.option.Option.DEBUGFUNCTION;
import static io.github.curlffm.option.Option.SHARE;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.VERBOSE;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.Share;
import io.github.curlffm.internal.upcall.ShareState;
import io.github.curlffm.option.LockData;
import io.github.curlffm.option.ShareOption;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Perform;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Callbacks that libcurl calls in the middle of its work with shared data, and that use another handle with a share. */
class SharedDataInUseTest {

    private final HttpPeer peer = new HttpPeer(exchange -> {
        exchange.getResponseHeaders().add("Set-Cookie", "a=b");
        HttpPeer.answer(exchange, 200, "body");
    });
    private final Share share = new Share(LockData.COOKIE, LockData.DNS, LockData.CONNECT);
    private final Easy easy = user(new Easy());
    private final Easy other = user(new Easy());
    private final Easy added = new Easy();
    private final Easy alone = new Easy().set(URL, peer.url("/")).set(WRITEFUNCTION, body -> {});
    private final Multi multi = new Multi();
    private final List<String> wrong = new ArrayList<>();
    private int refused;

    private Easy user(Easy handle) {
        return handle.set(URL, peer.url("/"))
                .set(COOKIEFILE, "")
                .set(WRITEFUNCTION, body -> {})
                .set(SHARE, share);
    }

    /** Where libcurl has a lock the other handle is refused, whatever it is to do; elsewhere it works. */
    private void use(String where) throws Exception {
        boolean locked = ShareState.isLockedHere();
        for (Executable call : List.<Executable>of(
                () -> other.set(COOKIELIST, "ALL"), other::perform, other::duplicate, () -> multi.perform())) {
            if (!locked) {
                return;
            }
            try {
                call.execute();
                wrong.add(where);
            } catch (IllegalStateException e) {
                refused++;
                if (!e.getMessage().contains("the data of a share")) {
                    wrong.add(where + ": " + e.getMessage());
                }
            } catch (Throwable e) {
                wrong.add(where + ": " + e);
            }
        }
    }

    @BeforeEach
    void fill() throws Exception {
        multi.add(user(added));
    }

    @Test
    void aLockCallbackIsRefusedEveryOtherHandleWithAShare() throws Exception {
        share.set(ShareOption.LOCKFUNC, (data, access) -> use("LOCKFUNC of " + data))
                .set(ShareOption.UNLOCKFUNC, data -> use("UNLOCKFUNC of " + data));
        easy.perform();
        share.unset(ShareOption.LOCKFUNC).unset(ShareOption.UNLOCKFUNC);
        assertEquals(List.of(), wrong);
        assertTrue(refused > 0);
        other.perform();
    }

    @Test
    void aDebugCallbackIsRefusedItWhileLibcurlHasALock() throws Exception {
        easy.set(VERBOSE, true).set(DEBUGFUNCTION, (type, text) -> use("DEBUGFUNCTION of " + new String(text)));
        easy.perform();
        easy.perform();
        assertEquals(List.of(), wrong);
        assertTrue(refused > 0, "libcurl says something while it has a lock");
    }

    @Test
    void aHandleWithoutAShareIsNot() throws Exception {
        share.set(ShareOption.LOCKFUNC, (data, access) -> assertEquals("body", Perform.body(alone)));
        easy.perform();
        share.unset(ShareOption.LOCKFUNC);
        assertFalse(ShareState.isLockedHere());
    }
}
