package io.github.curlffm.memory;

import static io.github.curlffm.option.Option.CLOSESOCKETFUNCTION;
import static io.github.curlffm.option.Option.COOKIEFILE;
import static io.github.curlffm.option.Option.FRESH_CONNECT;
import static io.github.curlffm.option.Option.HTTPHEADER;
import static io.github.curlffm.option.Option.MIMEPOST;
import static io.github.curlffm.option.Option.SHARE;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;

import io.github.curlffm.CurlUrl;
import io.github.curlffm.Easy;
import io.github.curlffm.Mime;
import io.github.curlffm.Multi;
import io.github.curlffm.Share;
import io.github.curlffm.internal.upcall.Registry;
import io.github.curlffm.option.LockData;
import io.github.curlffm.option.MultiOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Something that is deployed, with this library inside it: it is loaded by a class loader of its own, and known by what the
 * JDK has. It takes commands, and answers how many handles are registered.
 */
final class Application implements Function<String, Integer> {

    static final String CLOSE = "close";
    static final String CLOSE_THROWING = "close, and all that can throws";
    static final String FORGET = "forget";
    static final String COUNT = "count";

    private Deque<AutoCloseable> handles = new ArrayDeque<>();
    private Exception thrown;

    private <H extends AutoCloseable> H opened(H handle) {
        handles.push(handle);
        return handle;
    }

    /** Takes one of the commands, or a URL to make handles of all kinds for, and to perform. */
    @Override
    public Integer apply(String command) {
        try {
            switch (command) {
                case CLOSE -> close();
                case CLOSE_THROWING -> closeThrowing();
                case FORGET -> handles = new ArrayDeque<>();
                case COUNT -> {}
                default -> perform(command);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return Registry.size();
    }

    private void close() throws Exception {
        for (AutoCloseable handle : handles) {
            handle.close();
        }
    }

    /** Each handle but the URL calls something back, and says then what that threw. */
    private void closeThrowing() throws Exception {
        thrown = new Exception("from inside of close");
        List<String> kinds = new ArrayList<>();
        for (AutoCloseable handle : handles) {
            try {
                handle.close();
            } catch (UncheckedIOException e) {
                if (e.getCause().getCause() == thrown) {
                    kinds.add(handle.getClass().getSimpleName());
                }
            }
        }
        if (!Set.copyOf(kinds).equals(Set.of("Easy", "Multi"))) {
            throw new AssertionError("it comes from " + kinds);
        }
    }

    private void mayThrow() throws Exception {
        if (thrown != null) {
            throw thrown;
        }
    }

    private Easy easy(String url) {
        return opened(new Easy())
                .set(URL, url)
                .set(HTTPHEADER, List.of("X-One: 1"))
                .set(WRITEFUNCTION, data -> {})
                .set(XFERINFOFUNCTION, (dt, dn, ut, un) -> {})
                .set(CLOSESOCKETFUNCTION, socket -> {
                    mayThrow();
                    return null;
                });
    }

    private void perform(String url) throws IOException {
        Share share = opened(new Share(LockData.COOKIE, LockData.CONNECT));
        Easy sharing = easy(url).set(SHARE, share).set(COOKIEFILE, "");
        sharing.perform();
        opened(sharing.duplicate()).perform();
        Easy sending = easy(url);
        Mime form = opened(new Mime(sending));
        form.addPart().name("field").data(buffer -> -1, -1, null, this::mayThrow);
        sending.set(MIMEPOST, form).perform();
        opened(CurlUrl.parse(url));
        perform(easy(url), easy(url), opened(new Multi()));
    }

    /** Ends one of them, and leaves the other one when it has begun. */
    private void perform(Easy done, Easy begun, Multi multi) throws IOException {
        multi.set(MultiOption.SOCKETFUNCTION, (easy, socket, what, attachment) -> mayThrow());
        multi.add(done);
        while (multi.perform() > 0) {
            multi.poll(Duration.ofSeconds(1));
        }
        multi.add(begun.set(FRESH_CONNECT, true)).perform();
    }
}
