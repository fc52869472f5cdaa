package io.github.curlffm.soak;

import io.github.curlffm.Easy;
import io.github.curlffm.Mime;
import io.github.curlffm.MimePart;
import io.github.curlffm.Multi;
import io.github.curlffm.Share;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.HostilePeer;
import java.util.List;
import java.util.SplittableRandom;

/** Who does operations: a thread of a program, or a lambda. */
final class Actor {

    /** A lambda in a lambda's lambda does nothing out of the ordinary. */
    static final int DEEPEST = 2;

    private static final int SHORTEST_MS = 15;
    private static final int LONGEST_MS = 80;

    final Program program;
    final SplittableRandom random;
    final int depth;
    private final String name;

    Actor(Program program, SplittableRandom random, int depth, String name) {
        this.program = program;
        this.random = random;
        this.depth = depth;
        this.name = "  ".repeat(depth) + name;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    void steps(int count) {
        for (int i = 0; i < count; i++) {
            attempt(Operations.any(this));
        }
    }

    /** Does an operation, and looks at what comes of it. */
    void attempt(Operation operation) {
        note(operation.name());
        try {
            operation.action().run(this);
            program.report.count("none");
        } catch (Throwable t) {
            program.caught(operation.name(), t);
        }
    }

    /** Writes down what is about to happen. */
    void note(String what) {
        program.log(name + " " + what);
    }

    /** {@return a handle, a new one if its place is empty, and mostly if it is closed} */
    Easy easy() {
        Easy easy = program.easies.pick(random);
        return isUsable(easy) ? easy : newEasy();
    }

    private boolean isUsable(Object handle) {
        return handle != null && (!handle.toString().endsWith("(closed)") || chance(15));
    }

    /** {@return a new handle, with some lambdas that are called in every transfer} */
    Easy newEasy() {
        Easy easy = program.opened(new Easy());
        easy.set(Option.URL, url());
        while (chance(60)) {
            one(EasyLambdas.USUAL).set(easy, deed(easy));
        }
        if (chance(30)) {
            easy.set(Option.XFERINFOFUNCTION, (dlTotal, dlNow, ulTotal, ulNow) -> {
                easy.resume();
            });
        }
        return program.easies.put(random, easy);
    }

    /** {@return a URL of the peer, two thirds of them of HTTP, and half of these well-behaved} */
    String url() {
        if (chance(3)) {
            return "http://127.0.0.1:1/";
        }
        String scheme = chance(75) ? "http" : one(EasyOperations.SCHEMES);
        String url = program.peer.url(scheme, one(chance(50) ? HostilePeer.FRIENDLY : HostilePeer.words()));
        note("  " + url);
        return url;
    }

    Multi multi() {
        Multi multi = program.multis.pick(random);
        return isUsable(multi) ? multi : program.multis.put(random, program.opened(new Multi()));
    }

    Share share() {
        Share share = program.shares.pick(random);
        return isUsable(share) ? share : OtherOperations.newShare(this);
    }

    Mime mime() {
        Mime mime = program.mimes.pick(random);
        return isUsable(mime) ? mime : newMime(easy());
    }

    Mime newMime(Easy easy) {
        Mime mime = program.mimes.put(random, program.opened(new Mime(easy)));
        program.parts.put(random, mime.addPart());
        return mime;
    }

    MimePart part() {
        MimePart part = program.parts.pick(random);
        return part != null ? part : program.parts.put(random, mime().addPart());
    }

    /** Sees to it that a transfer ends. */
    Easy bounded(Easy easy) {
        return easy.set(Option.TIMEOUT_MS, random.nextInt(SHORTEST_MS, LONGEST_MS));
    }

    /** {@return what a new lambda of a handle is going to do; the handle may be null} */
    Deed deed(Easy own) {
        Deed deed = new Deed(this, own);
        note("  whose lambda " + deed);
        return deed;
    }
}
