package io.github.curlffm.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A server for form uploads. It keeps what arrives whole, and answers {@code ok}; {@code /moved} answers 307 to
 * {@code /}, and {@code /login} wants Digest authentication.
 */
public final class FormPeer implements AutoCloseable {

    /** What has arrived. */
    public record Form(String path, Headers headers, byte[] body) {

        public String header(String name) {
            return headers.getFirst(name);
        }

        public List<Multipart.Part> parts() {
            return Multipart.parse(header("Content-Type"), body);
        }

        /** {@return the only part} */
        public Multipart.Part part() {
            List<Multipart.Part> parts = parts();
            if (parts.size() != 1) {
                throw new AssertionError("parts: " + parts);
            }
            return parts.getFirst();
        }
    }

    private final BlockingQueue<Form> forms = new LinkedBlockingQueue<>();
    private final HttpPeer peer = new HttpPeer(this::handle);

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        forms.add(new Form(path, exchange.getRequestHeaders(), body));
        if (path.equals("/moved")) {
            exchange.getResponseHeaders().set("Location", "/");
            HttpPeer.answer(exchange, 307, "moved");
        } else if (path.equals("/login") && exchange.getRequestHeaders().get("Authorization") == null) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Digest realm=\"r\", nonce=\"n\", qop=\"auth\"");
            HttpPeer.answer(exchange, 401, "who are you?");
        } else {
            HttpPeer.answer(exchange, 200, "ok");
        }
    }

    /** {@return the oldest form that has arrived and not been taken} */
    public Form take() {
        Form form = forms.poll();
        if (form == null) {
            throw new AssertionError("no form has arrived");
        }
        return form;
    }

    /** {@return whether all that has arrived is taken} */
    public boolean isEmpty() {
        return forms.isEmpty();
    }

    public String url(String path) {
        return peer.url(path);
    }

    @Override
    public void close() {
        peer.close();
    }
}
