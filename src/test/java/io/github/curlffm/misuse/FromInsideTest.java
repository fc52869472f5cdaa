package io.github.curlffm.misuse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.curlffm.Easy;
import io.github.curlffm.Mime;
import io.github.curlffm.Multi;
import io.github.curlffm.internal.key.Kind;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Keys;
import io.github.curlffm.testing.Loaded;
import io.github.curlffm.testing.Options;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every public method of every handle from inside each callback of an easy handle, its multi, its share and its form. */
@Tag("slow")
class FromInsideTest {

    private static final String ITSELF = "itself";

    /** Something to do from inside. */
    @FunctionalInterface
    private interface Step {
        void on(World world) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        try (Cells cells = new Cells();
                Places places = new Places()) {
            places.all().forEach((place, how) -> {
                cells.cell("nothing in " + place, () -> run(places, how, world -> {}, new String[1]));
                steps(Places.isSlow(place) ? List.of(Easy.class) : Api.HANDLES).forEach((name, step) -> {
                    String[] inside = {"not called"};
                    cells.cell(name + " in " + place, () -> run(places, how, step, inside), inside);
                });
            });
        }
    }

    private static Map<String, Step> steps(List<Class<?>> types) {
        Map<String, Step> steps = new LinkedHashMap<>();
        for (Class<?> type : types) {
            for (Api.Call call : Api.methods(type)) {
                steps.put(call.name(), world -> call(world, call));
            }
        }
        steps.put("Multi.add of " + ITSELF, world -> world.multi.add(world.easy));
        steps.put("Multi.remove of " + ITSELF, world -> world.multi.remove(world.easy));
        steps.put("another Multi.add of " + ITSELF, world -> {
            try (var other = new Multi()) {
                other.add(world.easy);
            }
        });
        steps.put("set SHARE of " + ITSELF, world -> world.easy.set(Option.SHARE, world.share));
        steps.put("set MIMEPOST of " + ITSELF, world -> world.easy.set(Option.MIMEPOST, world.spareMime));
        steps.put("unset SHARE of " + ITSELF, world -> world.easy.unset(Option.SHARE));
        steps.put("unset MIMEPOST of " + ITSELF, world -> world.easy.unset(Option.MIMEPOST));
        steps.put("new Mime of " + ITSELF, world -> world.opened(new Mime(world.easy)));
        steps.put("transfer of another", world -> {
            world.spare.set(Option.SHARE, world.share).perform();
            world.spare.close();
        });
        return steps;
    }

    private static void run(Places places, Places.Place place, Step step, String[] outcome) throws Exception {
        try (World world = new World(places.url())) {
            boolean[] done = {false};
            place.arm().arm(world, () -> {
                if (!done[0]) {
                    done[0] = true;
                    outcome[0] = Cells.outcome(() -> step.on(world));
                }
            });
            place.go().go(world);
        }
    }

    private static void call(World world, Api.Call call) throws Exception {
        Targets.call(world, call);
        if (call.name().startsWith("Easy.pause(")) {
            world.easy.resume();
        }
    }

    /** What README says is refused, and what libcurl would crash of. */
    private static final Set<String> REFUSED_OF_THE_EASY = Set.of(
            "Easy.close()",
            "Easy.open()",
            "Easy.perform()",
            "Easy.performBytes()",
            "Easy.performString()",
            "Easy.recv(ByteBuffer)",
            "Easy.reset()",
            "Easy.send(ByteBuffer)",
            "Easy.sslsExport(SslsExportCallback)",
            "Easy.sslsImport(SslsExportCallback.Session)",
            "Easy.upkeep()",
            "set SHARE of itself",
            "set MIMEPOST of itself",
            "unset SHARE of itself",
            "unset MIMEPOST of itself");

    private static final Set<String> REFUSED_OF_THE_MULTI = Set.of(
            "Multi.close()",
            "Multi.closeAll()",
            "Multi.perform()",
            "Multi.poll(Duration,WaitFd[])",
            "Multi.waitFor(Duration,WaitFd[])",
            "Multi.socketAction(long,Set)",
            "Multi.socketActionTimeout()",
            "Multi.waitfds()");

    /** What waits for the threads of a loop, which may wait for the turn that this one has. */
    private static final Set<String> REFUSED_WITH_A_TURN = Set.of(
            "EventLoop.awaitTermination(Duration)",
            "EventLoop.close()",
            "EventLoop.notifyDisable(NotifyCallback.Notification)",
            "EventLoop.notifyEnable(NotifyCallback.Notification)",
            "EventLoop.set(MultiOption,Object)",
            "EventLoop.set(MultiOption,long)",
            "EventLoop.unset(MultiOption)");

    private static final Set<String> IN_THE_MULTI =
            Set.of("WRITEFUNCTION in a multi", "SOCKETFUNCTION", "TIMERFUNCTION", "NOTIFYFUNCTION");

    private static boolean isExpected(String cell, String outcome) {
        String call = cell.replaceFirst(" in .*", "");
        String place = cell.substring(call.length() + " in ".length());
        if (call.equals("nothing")) {
            return outcome.equals(Cells.DONE);
        }
        if (call.equals("Easy.abort()")) {
            return outcome.matches("done, then (done|CurlException ABORTED_BY_CALLBACK)");
        }
        String inside = outcome.replaceFirst(", then done$", "");
        return !inside.equals(outcome)
                && (inside.equals("UnsupportedOperationException")
                        ? TooOld.may(call)
                        : inside.matches(expected(call, place)));
    }

    /** As LockData.COOKIE says. */
    private static boolean cookiesTakeTurns() {
        return Loaded.isAtLeast("8.11.0") && !Loaded.isAtLeast("8.16.0");
    }

    /** {@return what comes of a call, as a regular expression} */
    private static String expected(String call, String place) {
        boolean closed = place.endsWith(Places.CLOSING);
        boolean withMulti = IN_THE_MULTI.contains(place);
        boolean notify = place.equals("NOTIFYFUNCTION");
        if (call.endsWith(".toString()") || call.endsWith(".isClosed()")) {
            return Cells.DONE;
        } else if (REFUSED_OF_THE_EASY.contains(call)
                || call.startsWith("Easy.upload(")
                || call.startsWith("Mime.")
                || call.startsWith("MimePart.")) {
            return "IllegalStateException";
        } else if (closed && (call.startsWith("Easy.") || call.startsWith("WebSocket.") || call.endsWith(ITSELF))) {
            return call.startsWith("Multi.remove") ? Cells.DONE : "IllegalStateException"; // closing has removed it
        } else if (REFUSED_OF_THE_MULTI.contains(call)) {
            return withMulti ? "IllegalStateException" : Cells.DONE;
        } else if (closed && place.startsWith("LOCKFUNC") && cookiesTakeTurns() && REFUSED_WITH_A_TURN.contains(call)) {
            return "IllegalStateException";
        }
        return switch (call) {
            case "Easy.pause()", "Easy.pause(Set)", "Easy.resume()" ->
                "done|CurlException (BAD_FUNCTION_ARGUMENT|RECURSIVE_API_CALL)";
            case "Easy.set(Option,Object)",
                    "Easy.set(Option,Map)",
                    "Easy.set(Option,Path)",
                    "Easy.set(Option,URI)",
                    "Easy.set(Option,String)",
                    "Easy.unset(Option)" -> "IllegalStateException|done"; // InUseTest knows which
            case "Multi.assign(long,Object)" -> "CurlMultiException BAD_SOCKET";
            case "Multi.remove(Easy)" -> "IllegalArgumentException";
            case "Multi.add(Easy)", "Multi.timeout()" ->
                withMulti && !notify ? "CurlMultiException RECURSIVE_API_CALL" : Cells.DONE;
            case "Multi.set(MultiOption,Object)", "Multi.set(MultiOption,long)", "Multi.unset(MultiOption)" ->
                withMulti && !notify ? "CurlOptionException" : Cells.DONE;
            case "Multi.add of itself", "another Multi.add of itself" ->
                "CurlMultiException (ADDED_ALREADY|RECURSIVE_API_CALL)";
            case "Multi.remove of itself" ->
                notify ? Cells.DONE : withMulti ? "CurlMultiException RECURSIVE_API_CALL" : "IllegalArgumentException";
            case "transfer of another" -> place.contains("LOCKFUNC") ? "IllegalStateException" : Cells.DONE;
            case "Share.set(ShareOption,Object)" -> place.contains("LOCKFUNC") ? "CurlOptionException" : Cells.DONE;
            case "WebSocket.meta()" -> Cells.DONE;
            case "WebSocket.recv(ByteBuffer,Duration)" -> "IllegalStateException"; // it waits
            default -> call.startsWith("WebSocket.") ? "CurlException [A-Z_]+" : Cells.DONE;
        };
    }

    @Test
    void isRefusedOrWorks() throws Exception {
        Matrix.of(FromInsideTest.class).check(2000, FromInsideTest::isExpected);
    }

    /** A new callback belongs into {@link Places}. */
    @Test
    void noCallbackIsForgotten() throws Exception {
        try (Places places = new Places()) {
            Set<String> reached = places.all().keySet().stream()
                    .map(place -> place.replaceFirst(" .*", ""))
                    .collect(Collectors.toSet());
            Set<String> missing = new TreeSet<>();
            for (Option<?> option : Options.all()) {
                if (Keys.kind(option) == Kind.FUNCTION && !reached.contains(option.name())) {
                    missing.add(option.name());
                }
            }
            missing.removeIf(name -> name.startsWith("HSTS")); // a libcurl may be built without
            assertEquals(Set.of("INTERLEAVEFUNCTION", "SSH_HOSTKEYFUNCTION", "SSH_KEYFUNCTION"), missing);
        }
    }
}
