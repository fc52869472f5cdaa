package io.github.curlffm.mime;

import static io.github.curlffm.MimePart.UNKNOWN_SIZE;
import static io.github.curlffm.option.Option.MIMEPOST;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.Mime;
import io.github.curlffm.MimePart;
import io.github.curlffm.MimePart.Encoder;
import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.SeekCallback;
import io.github.curlffm.callback.SeekCallback.Result;
import io.github.curlffm.testing.FormPeer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.function.Executable;

/** A server for forms, and structures that are closed with it. */
final class MimeTransfers implements AutoCloseable {

    final FormPeer peer = new FormPeer();
    private final List<Mime> mimes = new ArrayList<>();

    /** {@return a handle that is going to ask for a path} */
    Easy easy(String path) {
        return prepare(new Easy(), path);
    }

    /** Makes a handle ask for a path, and drop what it is answered. */
    Easy prepare(Easy easy, String path) {
        return easy.set(URL, peer.url(path)).set(WRITEFUNCTION, body -> {});
    }

    /** {@return a new structure} */
    Mime mime(Easy easy) {
        mimes.add(new Mime(easy));
        return mimes.getLast();
    }

    /** {@return the only part of what a handle is going to post to a path} */
    MimePart part(Easy easy, String path) {
        Mime mime = mime(prepare(easy, path));
        easy.set(MIMEPOST, mime);
        return mime.addPart().name("part");
    }

    /** {@return what arrives when one part is sent} */
    FormPeer.Form send(Consumer<MimePart> part) throws IOException {
        try (Easy easy = new Easy()) {
            part.accept(part(easy, "/"));
            easy.perform();
            return peer.take();
        }
    }

    /** Checks that a transfer fails for what cannot be sent: libcurl has called that by two names. */
    static void assertIsNotSent(Easy easy) {
        CurlCode code = assertThrows(CurlException.class, easy::perform).code();
        assertTrue(Set.of(CurlCode.READ_ERROR, CurlCode.ABORTED_BY_CALLBACK).contains(code), code::toString);
    }

    /** {@return what changes a part} */
    static List<Executable> changes(MimePart part, Mime subparts) {
        return List.of(
                () -> part.name("x"),
                () -> part.filename("x"),
                () -> part.type("text/plain"),
                () -> part.encoder(Encoder.BASE64),
                () -> part.headers(List.of("X: y")),
                () -> part.data("x"),
                () -> part.data(giving("x"), UNKNOWN_SIZE),
                () -> part.file(Path.of("pom.xml")),
                () -> part.stream(new ByteArrayInputStream(new byte[1])),
                () -> part.subparts(subparts));
    }

    /** {@return a callback that gives a text, and then the end} */
    static ReadCallback giving(String text) {
        return new ByteArrayInputStream(bytes(text))::read;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A text to be sent again and again, which keeps count. */
    static final class Source {
        private final ByteArrayInputStream in;
        final List<String> seeks = new ArrayList<>();
        int closed;

        Source(String text) {
            in = new ByteArrayInputStream(bytes(text));
        }

        ReadCallback read() {
            return in::read;
        }

        SeekCallback seek() {
            return (offset, origin) -> {
                seeks.add(offset + " " + origin);
                in.reset();
                return Result.OK;
            };
        }

        AutoCloseable whenFree() {
            return () -> closed++;
        }

        /** Gives this to a part. */
        MimePart fill(MimePart part) {
            return part.data(read(), MimePart.UNKNOWN_SIZE, seek(), whenFree());
        }
    }

    @Override
    public void close() {
        mimes.forEach(Mime::close);
        peer.close();
    }
}
