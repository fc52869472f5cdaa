package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.FOLLOWLOCATION;
import static io.github.curlffm.option.Option.HTTPAUTH;
import static io.github.curlffm.option.Option.INFILESIZE_LARGE;
import static io.github.curlffm.option.Option.READFUNCTION;
import static io.github.curlffm.option.Option.UPLOAD;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.USERPWD;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Auth;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Perform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/**
 * What holds for both callbacks that rewind an upload. The peer asks for each upload a second time: by a redirect, or by
 * a demand to log in.
 */
abstract class RewindContract<C> extends HttpCallbackContract<C> {

    private static final String REDIRECTING = "/";
    private static final String AUTHENTICATING = "/login";

    final List<String> uploads = new CopyOnWriteArrayList<>();

    /** {@return a lambda that answers OK after the action} */
    @Override
    public abstract C harmless(Action action);

    /** {@return lambdas whose answer says that rewinding failed} */
    abstract List<C> refusals();

    /** {@return a lambda that returns null} */
    abstract C answeringNull();

    @Override
    public CurlCode whenItThrows() {
        return CurlCode.SEND_FAIL_REWIND;
    }

    @Override
    public void prepare(Easy easy) {
        super.prepare(easy);
        easy.set(UPLOAD, true).set(FOLLOWLOCATION, true).set(READFUNCTION, new RepeatableBody(BODY));
    }

    @Override
    void serve(HttpExchange exchange) throws IOException {
        uploads.add(new String(exchange.getRequestBody().readAllBytes(), US_ASCII));
        switch (exchange.getRequestURI().getPath()) {
            case REDIRECTING -> {
                exchange.getResponseHeaders().set("Location", "/there");
                HttpPeer.answer(exchange, 307, "");
            }
            case AUTHENTICATING -> {
                boolean loggedIn = exchange.getRequestHeaders().containsKey("Authorization");
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"here\"");
                HttpPeer.answer(exchange, loggedIn ? 200 : 401, "");
            }
            default -> HttpPeer.answer(exchange, 200, "");
        }
    }

    @Override
    public void performWithout(Easy easy) {
        Perform.failsWith(CurlCode.SEND_FAIL_REWIND, easy);
    }

    /** Performs an upload whose data only comes again when the callback rewinds it. */
    private void uploadTwice(Easy easy, ByteArrayInputStream in) throws Exception {
        easy.set(INFILESIZE_LARGE, BODY.length())
                .set(READFUNCTION, in::read)
                .set(option(), harmless(in::reset))
                .perform();
        assertEquals(List.of(BODY, BODY), uploads);
    }

    @Test
    void rewindsForARedirect(Easy easy) throws Exception {
        prepare(easy);
        uploadTwice(easy, new ByteArrayInputStream(BODY.getBytes(US_ASCII)));
    }

    @Test
    void rewindsForALogin(Easy easy) throws Exception {
        prepare(easy);
        easy.set(URL, peer.url(AUTHENTICATING))
                .set(HTTPAUTH, Set.of(Auth.BASIC, Auth.DIGEST))
                .set(USERPWD, "user:password");
        uploadTwice(easy, new ByteArrayInputStream(BODY.getBytes(US_ASCII)));
    }

    @Test
    void anyAnswerButOkEndsTheTransfer() {
        for (C refusal : refusals()) {
            try (Easy easy = new Easy()) {
                prepare(easy);
                easy.set(option(), refusal);
                uploads.clear();
                Perform.failsWith(CurlCode.SEND_FAIL_REWIND, easy);
                assertEquals(List.of(BODY), uploads);
            }
        }
    }

    @Test
    void nullEndsTheTransferWithAnExceptionThatNamesTheOption(Easy easy) {
        prepare(easy);
        easy.set(option(), answeringNull());
        Throwable thrown = Perform.thrownInside(CurlCode.SEND_FAIL_REWIND, easy);
        assertInstanceOf(NullPointerException.class, thrown);
        assertTrue(thrown.getMessage().startsWith(option().name() + " returned null"), thrown::toString);
    }
}
