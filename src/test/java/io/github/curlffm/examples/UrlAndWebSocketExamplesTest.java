package io.github.curlffm.examples;

import static org.eclipse.jetty.websocket.api.Callback.NOOP;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Printed;
import io.github.curlffm.testing.WebSocketPeer;
import org.eclipse.jetty.websocket.api.Session;
import org.junit.jupiter.api.Test;

class UrlAndWebSocketExamplesTest {

    @Test
    void urlBuilding(HttpPeer peer) throws Exception {
        peer.serve(exchange ->
                HttpPeer.answer(exchange, 200, exchange.getRequestURI().getQuery() + "\n"));
        Printed printed = Printed.by(() -> UrlBuilding.main(new String[] {peer.url("/a/b")}));
        assertEquals("""
                127.0.0.1 port %d
                name=J\u00fcrgen & co&page=2
                /search
                name=J\u00fcrgen+&+co&page=2
                BAD_IPV6
                """.formatted(peer.port()), printed.out());
    }

    @Test
    void webSocketChat() throws Exception {
        Needs.protocol("ws");
        WebSocketPeer.Script echo = new WebSocketPeer.Script() {
            @Override
            public void answer(Session session, WebSocketPeer.Received frame) {
                if (frame.type().equals("TEXT")) {
                    session.sendPartialText(frame.text().substring(0, 1), false, NOOP);
                    session.sendPong(null, NOOP);
                    session.sendPartialText(frame.text().substring(1).toUpperCase(), true, NOOP);
                }
            }
        };
        try (WebSocketPeer peer = new WebSocketPeer(echo)) {
            Printed printed = Printed.by(() -> WebSocketChat.main(new String[] {peer.url(), "hello", "world"}));
            assertEquals("hello -> hELLO\nworld -> wORLD\n", printed.out());
            peer.take();
            peer.take();
            assertEquals("CLOSE", peer.take().type());
        }
    }
}
