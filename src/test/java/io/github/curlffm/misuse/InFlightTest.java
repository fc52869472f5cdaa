package io.github.curlffm.misuse;

import static io.github.curlffm.option.Option.HEADERFUNCTION;
import static io.github.curlffm.option.Option.OPENSOCKETFUNCTION;
import static io.github.curlffm.option.Option.TIMEOUT_MS;
import static io.github.curlffm.option.Option.WRITEFUNCTION;

import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.internal.key.Kind;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.HttpsPeer;
import io.github.curlffm.testing.Keys;
import io.github.curlffm.testing.Options;
import io.github.curlffm.testing.Transfers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every option set, set again and unset while a transfer is in flight or paused: what libcurl had before is gone. */
class InFlightTest {

    private static final long PATIENCE_MS = 200;

    /** Those whose value is memory. */
    private static final Set<Kind> MEMORY =
            EnumSet.of(Kind.STRING, Kind.SLIST, Kind.BLOB, Kind.POSTFIELDS, Kind.FILE, Kind.FUNCTION);

    /** Names that would be looked up, or a change of the time that this is allowed to take. */
    private static final Set<String> NOT_BEFORE =
            Set.of("PROXY", "PRE_PROXY", "INTERFACE", "URL", "DOH_URL", "FTPPORT", "TIMEOUT", "TIMEOUT_MS");

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("options");
        try (Cells cells = new Cells();
                HttpPeer http = new HttpPeer(exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    boolean moved = exchange.getRequestURI().getPath().equals("/moved");
                    exchange.getResponseHeaders().set("Location", "/");
                    HttpPeer.answer(exchange, moved ? 307 : 200, "body");
                });
                HttpsPeer https = HttpsPeer.answering("body")) {
            for (Option<?> option : Options.all()) {
                Object value = Keys.kind(option) == Kind.FUNCTION
                        ? Lambdas.doing(OptionValuesTest.typeOf(option), () -> {})
                        : Options.sensible(option, folder);
                if (value == null) {
                    continue; // handles: CloseOrderTest, FromInsideTest
                }
                cells.cell(
                        option + " in HEADERFUNCTION",
                        () -> in(
                                http.url("/moved"),
                                option,
                                value,
                                (easy, change) -> easy.set(HEADERFUNCTION, line -> change.run())));
                cells.cell(option + " paused", () -> paused(http.url("/"), option, value));
                if (MEMORY.contains(Keys.kind(option))) {
                    cells.cell(
                            option + " in OPENSOCKETFUNCTION",
                            () -> in(
                                    https.url("/"),
                                    option,
                                    value,
                                    (easy, change) -> easy.set(Option.CAINFO_BLOB, https.authority())
                                            .set(OPENSOCKETFUNCTION, (purpose, address) -> {
                                                change.run();
                                                return null;
                                            })));
                }
            }
        } finally {
            Files.deleteIfExists(folder);
        }
    }

    /** Sets the callback from inside which the option is changed. */
    @FunctionalInterface
    private interface Hook {
        void set(Easy easy, Runnable change);
    }

    private static void in(String url, Option<?> option, Object value, Hook hook) throws Exception {
        try (World world = new World(url)) {
            Easy easy = world.easy.set(TIMEOUT_MS, PATIENCE_MS).set(Option.FOLLOWLOCATION, true);
            prepare(easy, option, value);
            RuntimeException[] refused = {null};
            boolean[] done = {false};
            hook.set(easy, () -> {
                if (!done[0]) {
                    done[0] = true;
                    refused[0] = change(easy, option, value);
                }
            });
            try {
                easy.perform();
            } catch (CurlException failed) {
                Cells.outcomeOf(failed);
            }
            if (refused[0] != null) {
                throw refused[0];
            }
        }
    }

    /** Has the option set beforehand, so that there is something to replace. */
    private static void prepare(Easy easy, Option<?> option, Object value) {
        if (MEMORY.contains(Keys.kind(option)) && !NOT_BEFORE.contains(option.name())) {
            try {
                Options.set(easy, option, value);
            } catch (IllegalArgumentException builtWithout) {
                Cells.outcomeOf(builtWithout);
            }
        }
    }

    private static RuntimeException change(Easy easy, Option<?> option, Object value) {
        try {
            Options.set(easy, option, value);
            Options.set(easy, option, value);
            easy.unset(option);
            Options.set(easy, option, value);
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static void paused(String url, Option<?> option, Object value) throws Exception {
        try (World world = new World(url)) {
            Easy easy = world.easy.set(TIMEOUT_MS, PATIENCE_MS);
            prepare(easy, option, value);
            boolean[] paused = {false};
            easy.set(WRITEFUNCTION, (WriteCallback) data -> {
                boolean first = !paused[0];
                paused[0] = true;
                return first ? WriteCallback.PAUSE : data.length;
            });
            world.multi.add(easy);
            while (world.multi.perform() > 0 && !paused[0]) {
                world.multi.poll(Transfers.LONG);
            }
            RuntimeException refused = change(easy, option, value);
            if (paused[0]) {
                resume(easy);
            }
            Transfers.perform(world.multi);
            if (refused != null) {
                throw refused;
            }
        }
    }

    private static void resume(Easy easy) {
        try {
            easy.resume();
        } catch (CurlException overTheNewLimit) {
            Cells.outcomeOf(overTheNewLimit);
        }
    }

    @Test
    void isTakenOrRefused() throws Exception {
        Set<String> outcomes = Set.of(Cells.DONE, "CurlOptionException");
        Matrix.of(InFlightTest.class).check(700, (cell, outcome) -> outcomes.contains(outcome));
    }
}
