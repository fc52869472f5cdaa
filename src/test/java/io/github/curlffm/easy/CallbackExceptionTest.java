package io.github.curlffm.easy;

import static io.github.curlffm.option.Option.DEBUGFUNCTION;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.VERBOSE;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.testing.HttpPeer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

/** Exceptions of lambdas that are not made for being told of. */
class CallbackExceptionTest {

    /** Puts its words together from what is gone, and refers to what cannot be serialized. */
    private static final class Late extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // which is the point
        private final Object gone = new Object();

        private final boolean speaks;

        private Late(boolean speaks) {
            this.speaks = speaks;
        }

        @Override
        public String getMessage() {
            if (speaks) {
                return "too late";
            }
            throw new IllegalStateException("no words: " + gone);
        }
    }

    private static CallbackException thrownBy(RuntimeException cause) throws Exception {
        try (HttpPeer peer = HttpPeer.answering("body");
                Easy easy = new Easy()) {
            easy.set(URL, peer.url("/")).set(WRITEFUNCTION, body -> {
                throw cause;
            });
            return assertThrows(CallbackException.class, easy::perform);
        }
    }

    @Test
    void oneWhoseWordsThrowIsToldOf() throws Exception {
        Late cause = new Late(false);
        CallbackException e = thrownBy(cause);
        assertSame(cause, e.getCause());
        assertTrue(e.getMessage().contains(Late.class.getName()), e.getMessage());
        assertTrue(e.getMessage().contains(IllegalStateException.class.getName()), e.getMessage());
    }

    @Test
    void oneThatCannotBeSerializedIsReplacedByItsWords() throws Exception {
        CallbackException e = thrownBy(new Late(true));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(e);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            CallbackException read = (CallbackException) in.readObject();
            assertEquals(e.getMessage(), read.getMessage());
            assertEquals(e.code(), read.code());
            assertTrue(read.getCause().getMessage().contains("too late"), read.getCause()::toString);
            assertEquals(e.getCause().getStackTrace()[0], read.getCause().getStackTrace()[0]);
        }
    }

    @Test
    void whatLibcurlIsNotToldOfIsNoSuccess() throws Exception {
        try (HttpPeer peer = HttpPeer.answering("");
                Easy easy = new Easy()) {
            easy.set(URL, peer.url("/")).set(VERBOSE, true).set(DEBUGFUNCTION, (type, data) -> {
                throw new IllegalStateException("debug");
            });
            CallbackException e = assertThrows(CallbackException.class, easy::perform);
            assertTrue(e.code() != CurlCode.OK, e::toString);
        }
    }
}
