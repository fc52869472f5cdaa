package io.github.curlffm.mime;

import static io.github.curlffm.option.Option.MIMEPOST;
import static io.github.curlffm.option.Option.MIME_OPTIONS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Easy;
import io.github.curlffm.Mime;
import io.github.curlffm.MimePart;
import io.github.curlffm.MimePart.Encoder;
import io.github.curlffm.option.MimeOption;
import io.github.curlffm.testing.FormPeer;
import io.github.curlffm.testing.Multipart;
import io.github.curlffm.testing.Perform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server's parser makes of the forms that are sent. */
class MimeFormTest {

    private final MimeTransfers transfers = new MimeTransfers();

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @Test
    void aFormArrivesAsItWasMade() throws IOException {
        byte[] photo = random(100_000);
        try (Easy easy = transfers.easy("/");
                Mime mime = new Mime(easy)) {
            mime.addPart().name("title").data("Sommer, süß und \u65e5\u672c");
            mime.addPart()
                    .name("photo")
                    .filename("photo.jpg")
                    .type("image/jpeg")
                    .data(photo);
            mime.addPart().name("empty").data("");
            mime.addPart().name("nothing");
            easy.set(MIMEPOST, mime).perform();
        }
        FormPeer.Form form = transfers.peer.take();
        assertTrue(form.header("Content-Type").startsWith("multipart/form-data; boundary="), form::toString);
        assertEquals(String.valueOf(form.body().length), form.header("Content-Length"));
        List<Multipart.Part> parts = form.parts();
        assertEquals(
                List.of("title", "photo", "empty", "nothing"),
                parts.stream().map(Multipart.Part::name).toList());
        assertEquals("Sommer, süß und \u65e5\u672c", parts.get(0).text());
        assertNull(parts.get(0).filename());
        assertNull(parts.get(0).type());
        assertEquals("photo.jpg", parts.get(1).filename());
        assertEquals("image/jpeg", parts.get(1).type());
        assertArrayEquals(photo, parts.get(1).bytes());
        assertEquals(0, parts.get(2).bytes().length);
        assertEquals(0, parts.get(3).bytes().length);
    }

    @Test
    void aPartHasHeadersOfItsOwn() throws IOException {
        Multipart.Part part = transfers
                .send(it -> it.data("x")
                        .headers(List.of("X-First: gone"))
                        .headers(List.of("X-One: 1", "X-Two: zwei, drei")))
                .part();
        assertEquals("1", part.headers().get("X-One"));
        assertEquals("zwei, drei", part.headers().get("X-Two"));
        assertNull(part.headers().get("X-First"));
        assertNull(transfers
                .send(it -> it.data("x").headers(List.of("X-One: 1")).headers(List.of()))
                .part()
                .headers()
                .get("X-One"));
    }

    @Test
    void structuresNest() throws IOException {
        try (Easy easy = transfers.easy("/");
                Mime form = new Mime(easy)) {
            Mime files = new Mime(easy);
            Mime inner = new Mime(easy);
            inner.addPart().data("deep").filename("deep.txt");
            files.addPart().filename("a.txt").data("A");
            files.addPart().filename("b.bin").type("application/x-b").data("B");
            files.addPart().subparts(inner);
            form.addPart().name("files").subparts(files);
            files.addPart().filename("late.txt").data("added to the subparts");
            easy.set(MIMEPOST, form).perform();
        }
        Multipart.Part files = transfers.peer.take().part();
        assertEquals("files", files.name());
        assertTrue(files.type().startsWith("multipart/mixed; boundary="), files::type);
        List<Multipart.Part> parts = files.parts();
        assertEquals(4, parts.size(), parts::toString);
        assertEquals("a.txt", parts.get(0).filename());
        assertEquals("application/x-b", parts.get(1).type());
        assertEquals("deep", parts.get(2).parts().getFirst().text());
        assertEquals("added to the subparts", parts.get(3).text());
    }

    @ParameterizedTest
    @EnumSource(Encoder.class)
    void anEncoderSaysWhatItDoes(Encoder encoder) throws IOException {
        String text = "plain text = with a line\r\nthat ends in a blank \r\n" + "x".repeat(200);
        Multipart.Part part =
                transfers.send(it -> it.data(text).encoder(encoder)).part();
        assertEquals(
                encoder.name()
                        .toLowerCase()
                        .replace("eight_", "8")
                        .replace("seven_", "7")
                        .replace('_', '-'),
                part.headers().get("Content-Transfer-Encoding"));
        assertEquals(text, decoded(encoder, part.text()));
    }

    private static String decoded(Encoder encoder, String text) {
        return switch (encoder) {
            case BASE64 -> new String(Base64.getMimeDecoder().decode(text));
            case QUOTED_PRINTABLE -> {
                assertTrue(text.lines().allMatch(line -> line.length() <= 76), text);
                yield text.replace("=\r\n", "").replace("=20", " ").replace("=3D", "=");
            }
            default -> text;
        };
    }

    @Test
    void base64CarriesAnyBytes() throws IOException {
        byte[] content = random(10_000);
        Consumer<MimePart> encoded = it -> it.encoder(Encoder.BASE64);
        assertArrayEquals(content, base64(encoded.andThen(it -> it.data(content))));
        assertArrayEquals(content, base64(encoded.andThen(it -> it.stream(new ByteArrayInputStream(content)))));
    }

    private byte[] base64(Consumer<MimePart> part) throws IOException {
        return Base64.getMimeDecoder().decode(transfers.send(part).part().bytes());
    }

    @Test
    void sevenBitsRefuseTheEighth() {
        try (Easy easy = transfers.easy("/");
                Mime mime = new Mime(easy)) {
            mime.addPart().name("part").encoder(Encoder.SEVEN_BIT).data("süß");
            MimeTransfers.assertIsNotSent(easy.set(MIMEPOST, mime));
        }
    }

    @Test
    void quotesInNamesAreEscapedAsOneLikes() throws IOException {
        try (Easy easy = transfers.easy("/");
                Mime mime = new Mime(easy)) {
            mime.addPart().name("a\"b").filename("c\\d").data("x");
            easy.set(MIMEPOST, mime).perform();
            assertTrue(new String(transfers.peer.take().body()).contains("name=\"a%22b\"; filename=\"c\\d\""));
            easy.set(MIME_OPTIONS, Set.of(MimeOption.FORMESCAPE)).perform();
            assertTrue(new String(transfers.peer.take().body()).contains("name=\"a\\\"b\"; filename=\"c\\\\d\""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b"})
    void lineBreaksAndZeroBytesAreRefused(String bad) throws IOException {
        Multipart.Part part = transfers
                .send(it -> {
                    it.data("x");
                    List<Runnable> all = List.of(
                            () -> it.name(bad),
                            () -> it.filename(bad),
                            () -> it.type(bad),
                            () -> it.headers(List.of("X-Fine: 1", bad)));
                    for (Runnable one : all) {
                        Exception e = assertThrows(IllegalArgumentException.class, one::run);
                        assertTrue(e.getMessage().contains("index 1"), e::toString);
                    }
                })
                .part();
        assertEquals("part", part.name());
        assertEquals(1, part.headers().size(), part::toString);
    }

    @Test
    void lineBreaksAndZeroBytesAreDataLikeAnyOther() throws IOException {
        assertEquals(
                "a\r\n--\0\n",
                transfers.send(it -> it.data("a\r\n--\0\n")).part().text());
    }

    @Test
    void aFormWithoutPartsIsNoProblem() throws IOException {
        try (Easy easy = transfers.easy("/");
                Mime mime = new Mime(easy)) {
            easy.set(MIMEPOST, mime);
            assertEquals("ok", Perform.body(easy));
            assertTrue(transfers.peer.take().header("Content-Type").startsWith("multipart/form-data"));
        }
    }
}
