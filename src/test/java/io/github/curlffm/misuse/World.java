package io.github.curlffm.misuse;

import static io.github.curlffm.option.Option.PROXY;
import static io.github.curlffm.option.Option.TIMEOUT_MS;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;

import io.github.curlffm.Curl;
import io.github.curlffm.CurlUrl;
import io.github.curlffm.Easy;
import io.github.curlffm.EventLoop;
import io.github.curlffm.Mime;
import io.github.curlffm.MimePart;
import io.github.curlffm.Multi;
import io.github.curlffm.Share;
import io.github.curlffm.WebSocket;
import io.github.curlffm.option.LockData;
import io.github.curlffm.testing.SocketLoop;
import java.util.ArrayDeque;
import java.util.Deque;

/** One handle of each kind, and more to be used as arguments. */
final class World implements AutoCloseable {

    private static final long PATIENCE_MS = 20_000;

    private final Deque<AutoCloseable> handles = new ArrayDeque<>();
    final String target;

    final Easy easy;
    final Multi multi = opened(new Multi());
    final Share share = opened(new Share(LockData.COOKIE));
    final Mime mime;
    final MimePart part;
    final CurlUrl url = opened(CurlUrl.parse("http://user@127.0.0.1/path?query"));

    /** Null where libcurl was built without. */
    final WebSocket socket;

    /** Not used by any of the others. */
    final Easy spare;

    /** Of {@link #easy}, too, but not a part of anything. */
    final Mime spareMime;

    private EventLoop events;

    /** An event loop on {@link #multi}, if one is wanted. */
    SocketLoop loop;

    /** Its easy handles are made for a URL. */
    World(String target) {
        this.target = target;
        easy = easy();
        spare = easy();
        mime = opened(new Mime(easy));
        part = mime.addPart().data("data");
        spareMime = opened(new Mime(easy));
        socket = Curl.version().protocols().contains("ws") ? new WebSocket(easy) : null;
    }

    /** {@return another handle, for the same URL} */
    Easy easy() {
        return opened(new Easy())
                .set(URL, target)
                .set(PROXY, "")
                .set(TIMEOUT_MS, PATIENCE_MS)
                .set(WRITEFUNCTION, data -> {});
    }

    /** Takes care that something is closed. */
    <H extends AutoCloseable> H opened(H handle) {
        handles.push(handle);
        return handle;
    }

    /** {@return a loop with threads of its own, made when it is first asked for} */
    EventLoop events() {
        if (events == null) {
            events = opened(new EventLoop());
        }
        return events;
    }

    /** {@return the object that a method of a class is called on; null for the WebSocket that there may not be} */
    Object handle(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Easy" -> easy;
            case "Multi" -> multi;
            case "EventLoop" -> events();
            case "Share" -> share;
            case "Mime" -> mime;
            case "MimePart" -> part;
            case "CurlUrl" -> url;
            default -> socket;
        };
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable handle : handles) {
            handle.close();
        }
    }
}
