package io.github.curlffm.easy;

import static io.github.curlffm.option.Option.FOLLOWLOCATION;
import static io.github.curlffm.option.Option.HTTPAUTH;
import static io.github.curlffm.option.Option.INFILESIZE_LARGE;
import static io.github.curlffm.option.Option.POST;
import static io.github.curlffm.option.Option.READFUNCTION;
import static io.github.curlffm.option.Option.RESUME_FROM_LARGE;
import static io.github.curlffm.option.Option.UPLOAD;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.USERPWD;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.EventLoop;
import io.github.curlffm.option.Auth;
import io.github.curlffm.testing.FtpPeer;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Left;
import io.github.curlffm.testing.Needs;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link Easy#upload}: reading, seeking and size in one call, so that what is sent can be sent again. */
class UploadTest {

    private record Upload(String method, String length, String body) {}

    private final List<Upload> uploads = new CopyOnWriteArrayList<>();
    private final HttpPeer peer = new HttpPeer(this::serve);
    private final Easy easy = new Easy();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("file"), "hello");
        easy.set(URL, peer.url("/")).set(WRITEFUNCTION, data -> {});
    }

    private void serve(HttpExchange exchange) throws IOException {
        uploads.add(new Upload(
                exchange.getRequestMethod(),
                exchange.getRequestHeaders().getFirst("Content-Length"),
                new String(exchange.getRequestBody().readAllBytes(), US_ASCII)));
        switch (exchange.getRequestURI().getPath()) {
            case "/redirect" -> {
                exchange.getResponseHeaders().set("Location", "/");
                HttpPeer.answer(exchange, 307, "");
            }
            case "/login" -> {
                boolean loggedIn = exchange.getRequestHeaders().containsKey("Authorization");
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"here\"");
                HttpPeer.answer(exchange, loggedIn ? 200 : 401, "");
            }
            default -> HttpPeer.answer(exchange, 200, "");
        }
    }

    private void sent(String... bodies) {
        List<Upload> expected = new ArrayList<>();
        for (String body : bodies) {
            expected.add(new Upload("PUT", "" + body.length(), body));
        }
        assertEquals(expected, List.copyOf(uploads));
        uploads.clear();
    }

    // --- the four forms
    // -----------------------------------------------------------------------------------------------

    @Test
    void aFile() throws Exception {
        easy.upload(file).perform(); // which opens what is opened once
        long descriptors = Left.descriptors();
        easy.perform();
        sent("hello", "hello");
        assertEquals(descriptors, Left.descriptors(), "the connection stays, the file does not");
        assertEquals("hello", Files.readString(file));
    }

    @Test
    void aChannelFromItsPosition() throws Exception {
        try (FileChannel channel = FileChannel.open(file)) {
            channel.position(2);
            easy.upload(channel).perform();
            easy.perform();
            assertEquals(2, channel.position());
            assertTrue(channel.isOpen());
        }
        sent("llo", "llo");
    }

    @Test
    void bytesAndABuffer() throws Exception {
        easy.upload("hello".getBytes(US_ASCII)).perform();
        ByteBuffer buffer = ByteBuffer.wrap("hello".getBytes(US_ASCII), 1, 3);
        easy.upload(buffer).perform();
        assertEquals(1, buffer.position());
        easy.upload(ByteBuffer.allocateDirect(3)
                        .put(0, "dir".getBytes(US_ASCII))
                        .asReadOnlyBuffer())
                .perform();
        easy.upload(new byte[0]).perform();
        sent("hello", "ell", "dir", "");
    }

    @Test
    void aLongOne() throws Exception {
        byte[] bytes = new byte[3_000_001];
        new Random(1).nextBytes(bytes);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ('a' + (bytes[i] & 15));
        }
        Files.write(file, bytes);
        easy.upload(file).perform();
        sent(new String(bytes, US_ASCII));
    }

    // --- again
    // --------------------------------------------------------------------------------------------------------

    @Test
    void isSentAgainByTheNextTransfer() throws Exception {
        easy.upload(file).perform();
        easy.perform();
        sent("hello", "hello");
    }

    @Test
    void isSentAgainAfterARedirectAndALogin() throws Exception {
        easy.upload(file).set(FOLLOWLOCATION, true).set(URL, peer.url("/redirect"));
        easy.perform();
        sent("hello", "hello");
        easy.set(URL, peer.url("/login"))
                .set(HTTPAUTH, Set.of(Auth.BASIC, Auth.DIGEST))
                .set(USERPWD, "user:password");
        easy.perform();
        assertEquals("hello", uploads.getLast().body());
    }

    @Test
    void canBeAPost() throws Exception {
        easy.upload(file).set(POST, true).perform();
        assertEquals(List.of(new Upload("POST", "5", "hello")), uploads);
    }

    @Test
    void canBeResumed() throws Exception {
        Needs.protocol("ftp");
        Path root = Files.createDirectory(folder.resolve("root"));
        Files.writeString(root.resolve("resumed"), "HE");
        try (FtpPeer ftp = new FtpPeer(root)) {
            easy.upload(file)
                    .set(URL, ftp.url("/resumed"))
                    .set(RESUME_FROM_LARGE, 2L)
                    .perform();
        }
        assertEquals("HEllo", Files.readString(root.resolve("resumed")));
    }

    // --- several handles
    // ----------------------------------------------------------------------------------------------

    @Test
    void duplicatesReadOnTheirOwn() throws Exception {
        easy.upload(file);
        List<CompletableFuture<Easy>> all = new ArrayList<>();
        List<Easy> handles = new ArrayList<>();
        try (EventLoop loop = new EventLoop()) {
            for (int i = 0; i < 20; i++) {
                Easy duplicate = easy.duplicate();
                handles.add(duplicate);
                all.add(loop.start(duplicate));
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get();
        }
        handles.forEach(Easy::close);
        assertEquals(20, uploads.size());
        assertEquals(Set.of(new Upload("PUT", "5", "hello")), Set.copyOf(uploads));
    }

    // --- what ends it
    // -------------------------------------------------------------------------------------------------

    @Test
    void anotherReadfunctionHasNeitherItsSizeNorItsSeeking() throws Exception {
        easy.upload(file);
        byte[] longer = "hello, world".getBytes(US_ASCII);
        easy.set(READFUNCTION, new ByteArrayInputStream(longer)::read).perform();
        easy.set(POST, true)
                .set(READFUNCTION, new ByteArrayInputStream(longer)::read)
                .perform();
        assertEquals(
                List.of(new Upload("PUT", null, "hello, world"), new Upload("POST", null, "hello, world")), uploads);

        easy.set(UPLOAD, true)
                .set(FOLLOWLOCATION, true)
                .set(URL, peer.url("/redirect"))
                .set(READFUNCTION, new ByteArrayInputStream(longer)::read);
        CurlException e = assertThrows(CurlException.class, easy::perform);
        assertEquals(CurlCode.SEND_FAIL_REWIND, e.code());
    }

    @Test
    void aSizeOfTheUsersStays() throws Exception {
        easy.upload(file).set(INFILESIZE_LARGE, 7L);
        easy.set(READFUNCTION, new ByteArrayInputStream("goodbye".getBytes(US_ASCII))::read)
                .perform();
        sent("goodbye");
    }

    // --- refusals
    // -----------------------------------------------------------------------------------------------------

    @Test
    void aFileThatIsNotThereIsRefusedAtOnce() throws Exception {
        assertThrows(NoSuchFileException.class, () -> easy.upload(folder.resolve("none")));
        assertThrows(NoSuchFileException.class, () -> easy.upload(folder));
        easy.perform();
        assertEquals(List.of(new Upload("GET", null, "")), uploads);
    }

    @Test
    void aFileThatHasGoneOrShrunkFailsTheTransfer() throws Exception {
        easy.upload(file);
        Files.writeString(file, "he");
        CallbackException shrunk = assertThrows(CallbackException.class, easy::perform);
        assertInstanceOf(EOFException.class, shrunk.getCause());
        assertEquals(
                "what is uploaded has ended after 2 of 5 bytes",
                shrunk.getCause().getMessage());
        Files.delete(file);
        CallbackException gone = assertThrows(CallbackException.class, easy::perform);
        assertInstanceOf(NoSuchFileException.class, gone.getCause());
    }

    @Test
    void whatCannotBeSentAgainSaysWhatCan() {
        easy.set(UPLOAD, true)
                .set(FOLLOWLOCATION, true)
                .set(URL, peer.url("/redirect"))
                .set(READFUNCTION, new ByteArrayInputStream(new byte[] {'a'})::read);
        CurlException e = assertThrows(CurlException.class, easy::perform);
        assertEquals(CurlCode.SEND_FAIL_REWIND, e.code());
        assertTrue(
                e.getMessage()
                        .endsWith(
                                "; upload(…) sends what can be sent again, and so does a READFUNCTION with a SEEKFUNCTION)"),
                e::getMessage);
    }
}
