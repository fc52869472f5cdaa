package io.github.curlffm.callback;

import static io.github.curlffm.option.Info.RESPONSE_CODE;
import static io.github.curlffm.option.Option.DNS_CACHE_TIMEOUT;
import static io.github.curlffm.option.Option.FORBID_REUSE;
import static io.github.curlffm.option.Option.RESOLVER_START_FUNCTION;
import static io.github.curlffm.option.Option.URL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Curl;
import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.ResolverStartCallback.Result;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Perform;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ResolverStartCallbackTest extends HttpCallbackContract<ResolverStartCallback> {

    @Override
    public Option<ResolverStartCallback> option() {
        return RESOLVER_START_FUNCTION;
    }

    @Override
    public ResolverStartCallback harmless(Action action) {
        return resolverState -> {
            action.run();
            return Result.OK;
        };
    }

    @Override
    public boolean comesFirst() {
        return true;
    }

    @Override
    public CurlCode whenItThrows() {
        return Curl.version().isAtLeast(8, 18, 0) ? CurlCode.ABORTED_BY_CALLBACK : CurlCode.COULDNT_RESOLVE_HOST;
    }

    /** With a name to look up, for each transfer anew. */
    @Override
    public void prepare(Easy easy) {
        super.prepare(easy);
        easy.set(URL, "http://localhost:" + peer.port() + "/")
                .set(DNS_CACHE_TIMEOUT, 0)
                .set(FORBID_REUSE, true);
    }

    @Test
    void getsTheStructureOfTheResolver() throws Exception {
        List<MemorySegment> given = new ArrayList<>();
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(RESOLVER_START_FUNCTION, resolverState -> {
                        given.add(resolverState);
                        return Result.OK;
                    })
                    .perform();
        }
        assertEquals(1, given.size());
        // only c-ares promises one; others give NULL or something of their own
        assertTrue(Curl.version().ares() == null || given.getFirst().address() != 0);
    }

    @Test
    void abortEndsTheTransfer(Easy easy) {
        prepare(easy);
        easy.set(RESOLVER_START_FUNCTION, resolverState -> Result.ABORT);
        Perform.failsWith(whenItThrows(), easy);
    }

    @Test
    void nullMeansOk(Easy easy) throws Exception {
        prepare(easy);
        easy.set(RESOLVER_START_FUNCTION, resolverState -> null).perform();
        assertEquals(200, easy.get(RESPONSE_CODE));
    }

    @Test
    void isNotCalledForANameInTheCache() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (Easy easy = new Easy()) {
            prepare(easy);
            easy.set(DNS_CACHE_TIMEOUT, 60).set(RESOLVER_START_FUNCTION, harmless(calls::incrementAndGet));
            easy.perform();
            easy.perform();
        }
        assertEquals(1, calls.get());
    }
}
