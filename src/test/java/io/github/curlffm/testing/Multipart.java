package io.github.curlffm.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartCompliance;
import org.eclipse.jetty.io.Content;

/** A multipart body as Jetty understands it, at its strictest. */
public final class Multipart {

    /** One part; {@code name} and {@code filename} come from its Content-Disposition, and may be null. */
    public record Part(String name, String filename, HttpFields headers, byte[] bytes) {

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public String type() {
            return headers.get("Content-Type");
        }

        /** {@return the parts of this part, which is a multipart itself} */
        public List<Part> parts() {
            return Multipart.parse(type(), bytes);
        }

        @Override
        public String toString() {
            return headers.stream().map(HttpField::toString).toList() + " " + bytes.length + " bytes";
        }
    }

    private Multipart() {}

    /** {@return the parts of a body; one that is cut off or has more after its end is an error} */
    public static List<Part> parse(String contentType, byte[] body) {
        Listener listener = new Listener();
        String boundary = MultiPart.extractBoundary(contentType);
        new MultiPart.Parser(boundary, MultiPartCompliance.RFC7578_STRICT, listener)
                .parse(Content.Chunk.from(ByteBuffer.wrap(body), true));
        if (listener.failure != null) {
            throw new AssertionError("not a multipart body: " + listener.failure, listener.failure);
        }
        if (!listener.complete || !new String(body, StandardCharsets.ISO_8859_1).endsWith("--" + boundary + "--\r\n")) {
            throw new AssertionError("a multipart body that does not end with its boundary");
        }
        return listener.parts;
    }

    private static final class Listener extends MultiPart.AbstractPartsListener {
        private final List<Part> parts = new ArrayList<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private Throwable failure;
        private boolean complete;

        @Override
        public void onPartContent(Content.Chunk chunk) {
            byte[] piece = new byte[chunk.remaining()];
            chunk.getByteBuffer().get(piece);
            bytes.writeBytes(piece);
        }

        @Override
        public void onPart(String name, String fileName, HttpFields headers) {
            parts.add(new Part(name, fileName, headers, bytes.toByteArray()));
            bytes.reset();
        }

        @Override
        public void onComplete() {
            complete = true;
        }

        @Override
        public void onFailure(Throwable thrown) {
            failure = thrown;
        }

        @Override
        public void onViolation(MultiPartCompliance.Violation violation) {
            failure = new AssertionError(violation.toString());
        }
    }
}
