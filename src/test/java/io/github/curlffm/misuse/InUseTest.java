package io.github.curlffm.misuse;

import io.github.curlffm.CurlOptionException;
import io.github.curlffm.Easy;
import io.github.curlffm.Message;
import io.github.curlffm.callback.NotifyCallback.Notification;
import io.github.curlffm.callback.SeekCallback;
import io.github.curlffm.internal.key.Kind;
import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.internal.key.Trait;
import io.github.curlffm.option.MultiOption;
import io.github.curlffm.option.Option;
import io.github.curlffm.option.PostRedirect;
import io.github.curlffm.option.ShareOption;
import io.github.curlffm.testing.Keys;
import io.github.curlffm.testing.Loaded;
import io.github.curlffm.testing.Options;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Every option set and unset from inside every callback of many transfers, between the steps of a multi, and between the
 * reads of a stream: lambdas and what is LIVE work, all else is refused, and the transfer goes on to its right end.
 *
 * <p>On its own under a malloc that guards: {@code main} with {@code -Dmisuse.own-memory=true}.
 */
class InUseTest {

    private static final String BETWEEN_STEPS = "between steps";
    private static final String BETWEEN_READS = "between reads";
    private static final String DONE = "when it is done";
    private static final String AFTER = "after perform";
    private static final String OVER = "when its message has been read";

    /** Each place changes them all once at the beginning, and once later. */
    private static final Set<Integer> CALLS = Set.of(1, 3);

    private static final int TRIES = 20;

    private static final Map<String, Object> LIVE = new LinkedHashMap<>();

    static {
        for (String seconds : List.of("TIMEOUT", "CONNECTTIMEOUT", "SERVER_RESPONSE_TIMEOUT")) {
            LIVE.put(seconds, 25L);
            LIVE.put(seconds + "_MS", 25_000L);
        }
        LIVE.put("ACCEPTTIMEOUT_MS", 25_000L);
        LIVE.put("EXPECT_100_TIMEOUT_MS", 900L);
        LIVE.put("LOW_SPEED_LIMIT", 1L);
        LIVE.put("LOW_SPEED_TIME", 25L);
        LIVE.put("MAX_SEND_SPEED_LARGE", 100_000_000L);
        LIVE.put("MAX_RECV_SPEED_LARGE", 100_000_000L);
        LIVE.put("NOPROGRESS", false);
        LIVE.put("VERBOSE", true);
        LIVE.put("FOLLOWLOCATION", 1L);
        LIVE.put("MAXREDIRS", 5L);
        LIVE.put("POSTREDIR", Set.of(PostRedirect.POST_301));
        LIVE.put("UNRESTRICTED_AUTH", true);
        LIVE.put("MAXFILESIZE", 100_000L);
        LIVE.put("MAXFILESIZE_LARGE", 100_000L);
        LIVE.put("FORBID_REUSE", true);
        LIVE.put("FRESH_CONNECT", true);
        LIVE.put("FAILONERROR", false);
        LIVE.put("PRIVATE", new Object());
    }

    public static void main(String[] arguments) throws Exception {
        try (Cells cells = new Cells();
                Busy busy = new Busy()) {
            busy.all().forEach((name, transfer) -> {
                if (arguments.length > 0 && !name.matches(arguments[0])) {
                    return;
                }
                Set<String> places = new LinkedHashSet<>();
                cells.cell("nothing, " + name, () -> new Run(busy, transfer, How.ALONE, places::add).run());
                places.forEach(
                        place -> cells.cell(place + ", " + name, () -> changing(busy, transfer, How.ALONE, place)));
                Set<String> inMulti = new LinkedHashSet<>();
                cells.cell(
                        "nothing in a multi, " + name,
                        () -> new Run(busy, transfer, How.IN_A_MULTI, inMulti::add).run());
                for (String place : inMulti) {
                    if (!places.contains(place)) {
                        cells.cell(
                                place + " in a multi, " + name, () -> changing(busy, transfer, How.IN_A_MULTI, place));
                    }
                }
                cells.cell(BETWEEN_READS + ", " + name, () -> changing(busy, transfer, How.BY_A_STREAM, BETWEEN_READS));
            });
        }
    }

    /** How a transfer is done. */
    private enum How {
        ALONE,
        IN_A_MULTI,
        BY_A_STREAM
    }

    /** The transfer did not come to the place this time. */
    private static final class NotReached extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static void changing(Busy busy, Busy.Transfer transfer, How how, String place) throws Exception {
        boolean reached = false;
        for (int i = 0; i < TRIES && !reached; i++) {
            reached = new Run(busy, transfer, how, place::equals).changing();
        }
        if (!reached) {
            throw new NotReached();
        }
    }

    /** {@return whether this is the place} */
    @FunctionalInterface
    private interface Here {
        boolean is(String place);
    }

    /** One transfer, whose handle is changed in one place. */
    private static final class Run {

        private final Busy busy;
        private final Busy.Transfer transfer;
        private final How how;
        private final Here here;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final Busy.Sent sent = new Busy.Sent();
        private final Map<Option<?>, Object> lambdas = new LinkedHashMap<>();
        private final Map<Option<?>, Object> values = new HashMap<>();
        private final List<String> wrong = new ArrayList<>();
        private boolean changes;
        private boolean begun;
        private int calls;
        private int changed;

        Run(Busy busy, Busy.Transfer transfer, How how, Here here) {
            this.busy = busy;
            this.transfer = transfer;
            this.how = how;
            this.here = here;
        }

        /** {@return whether it has come to the place} */
        boolean changing() throws Exception {
            changes = true;
            run();
            return changed > 0;
        }

        void run() throws Exception {
            busy.received();
            try (World world = new World("http://127.0.0.1:1/")) {
                prepare(world);
                transfer.aim().at(world);
                body.reset();
                begun = true;
                switch (how) {
                    case ALONE -> {
                        world.easy.perform();
                        at(AFTER, world);
                        begun = false;
                    }
                    case IN_A_MULTI -> inMulti(world);
                    case BY_A_STREAM -> byAStream(world);
                }
                check();
                world.easy.set(Option.URL, "http://127.0.0.1:1/"); // nothing is in use any more
            }
        }

        private void prepare(World world) {
            Options.all().forEach(option -> {
                Object value = value(world, option);
                values.put(option, value);
                if (Keys.kind(option) == Kind.FUNCTION && !option.name().equals("PROGRESSFUNCTION")) {
                    lambdas.put(option, value);
                    trySet(world.easy, option, value);
                }
            });
            world.easy.set(Option.VERBOSE, true).set(Option.FORBID_REUSE, true);
            world.share
                    .set(ShareOption.LOCKFUNC, (data, access) -> at("LOCKFUNC", world))
                    .set(ShareOption.UNLOCKFUNC, data -> at("UNLOCKFUNC", world));
        }

        private Object value(World world, Option<?> option) {
            if (Keys.kind(option) == Kind.FUNCTION) {
                return lambda(world, option);
            }
            return switch (option.name()) {
                case "SHARE" -> world.share;
                case "MIMEPOST" -> world.spareMime;
                case "CURLU" -> world.url;
                case "STREAM_DEPENDS", "STREAM_DEPENDS_E" -> world.spare;
                default ->
                    LIVE.containsKey(option.name()) ? LIVE.get(option.name()) : Options.sensible(option, Path.of("."));
            };
        }

        private Object lambda(World world, Option<?> option) {
            Class<?> type = OptionValuesTest.typeOf(option);
            return Lambdas.answering(type, arguments -> {
                Object answer = switch (option.name()) {
                    case "WRITEFUNCTION" -> {
                        body.writeBytes((byte[]) arguments[0]);
                        yield Lambdas.goOn(type, arguments);
                    }
                    case "READFUNCTION" -> sent.read((byte[]) arguments[0]);
                    case "SEEKFUNCTION" -> {
                        sent.rewind();
                        yield SeekCallback.Result.OK;
                    }
                    default -> Lambdas.goOn(type, arguments);
                };
                at(option.name(), world);
                return answer;
            });
        }

        private void byAStream(World world) throws Exception {
            try (InputStream in = world.easy.open()) {
                byte[] some = new byte[100];
                do {
                    at(BETWEEN_READS, world);
                    int count = in.read(some);
                    begun = count >= 0;
                    body.write(some, 0, Math.max(0, count));
                } while (begun);
            }
        }

        private void inMulti(World world) throws Exception {
            world.multi
                    .set(MultiOption.SOCKETFUNCTION, (easy, socket, what, attachment) -> at("SOCKETFUNCTION", world))
                    .set(MultiOption.TIMERFUNCTION, ms -> {
                        if (!world.multi.handles().isEmpty()) {
                            at("TIMERFUNCTION", world);
                        }
                    });
            if (Loaded.isAtLeast("8.17.0")) {
                world.multi
                        .set(MultiOption.NOTIFYFUNCTION, (what, easy) -> at("NOTIFYFUNCTION", world))
                        .notifyEnable(Notification.EASY_DONE);
            }
            world.multi.add(world.easy);
            while (world.multi.perform() > 0) {
                at(BETWEEN_STEPS, world);
                world.multi.poll(Duration.ofMillis(100));
            }
            at(DONE, world);
            for (Message message : world.multi.messages()) {
                message.orThrow();
            }
            at(OVER, world);
            world.multi.remove(world.easy);
            begun = false;
        }

        private void at(String place, World world) {
            if (begun && here.is(place) && changes) {
                calls++;
                if (CALLS.contains(calls) || place.equals(DONE) || place.equals(OVER) || place.equals(AFTER)) {
                    changed++;
                    values.forEach((option, value) -> change(world.easy, option, value));
                }
            }
        }

        private void change(Easy easy, Option<?> option, Object value) {
            OptionRow row = Keys.row(option);
            boolean live = LIVE.containsKey(option.name())
                    || option == Option.WRITEFUNCTION
                    || option == Option.READFUNCTION
                    || here.is(AFTER)
                    || here.is(OVER) && option != Option.SHARE && !row.has(Trait.STREAM);
            if (lambdas.isEmpty() || row.kind() != Kind.FUNCTION || lambdas.containsKey(option)) {
                change(option + " set", live || row.kind() == Kind.FUNCTION, () -> Options.set(easy, option, value));
                change(option + " unset", live, () -> easy.unset(option));
                if (live) {
                    change(option + " set again", true, () -> Options.set(easy, option, value));
                }
            }
        }

        private void change(String what, boolean works, Runnable change) {
            try {
                change.run();
                if (!works) {
                    wrong.add(what + " is done");
                }
            } catch (IllegalStateException refused) {
                boolean named = refused.getMessage().startsWith(what.replaceFirst(" .*", " cannot be "));
                if (works || !named) {
                    wrong.add(what + ": " + refused.getMessage());
                }
            } catch (CurlOptionException refused) { // by a libcurl that does not have it
                if (!works) {
                    wrong.add(what + ": " + refused.getMessage());
                }
            }
        }

        private void check() {
            compare("the body", transfer.body(), body.toString(StandardCharsets.UTF_8));
            String got = busy.received();
            if (transfer.received() != null) {
                compare("what the peer got", transfer.received(), got);
            } else if (!got.contains(Busy.SENT)) {
                wrong.add("the peer got " + got);
            }
            if (!wrong.isEmpty()) {
                wrong.forEach(System.err::println);
                throw new AssertionError(wrong);
            }
        }

        private void compare(String what, String expected, String actual) {
            if (!actual.equals(expected)) {
                wrong.add(what + " is " + actual + ", and not " + expected);
            }
        }

        private static void trySet(Easy easy, Option<?> option, Object value) {
            try {
                Options.set(easy, option, value);
            } catch (CurlOptionException libcurlHasItNot) {
                Cells.outcomeOf(libcurlHasItNot);
            }
        }
    }

    private static boolean isExpected(String cell, String outcome) {
        return outcome.equals(Cells.DONE) || outcome.equals(NotReached.class.getSimpleName()) && isByChance(cell);
    }

    /** A connection that is shut down by TLS is closed within the transfer, or after it: as soon as the peer has answered. */
    private static boolean isByChance(String cell) {
        return cell.startsWith("CLOSESOCKETFUNCTION in a multi, HTTPS");
    }

    @Test
    void whatIsLiveIsChangedAndAllElseRefused() throws Exception {
        Matrix.of(InUseTest.class).check(100, InUseTest::isExpected);
    }
}
