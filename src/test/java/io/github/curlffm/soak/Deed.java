package io.github.curlffm.soak;

import io.github.curlffm.Easy;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/** What one lambda does now and then, some times; otherwise it gives the answer that lets things go on. */
final class Deed {

    private enum Kind {
        NOTHING,
        ODD,
        RUNTIME,
        CHECKED,
        ERROR,
        PAUSE,
        REENTER,
        OWN,
        CLOSE
    }

    private static final Kind[] KINDS = Kind.values();
    private static final int MOST_TIMES = 4;

    /** The intervals of calls. */
    private static final List<Integer> EVERY = List.of(1, 1, 1, 2, 3, 7);

    private final Program program;
    private final SplittableRandom random;
    private final int depth;
    private final Easy own;
    private final Kind kind;
    private final int every;
    private int calls;

    Deed(Actor actor, Easy own) {
        this.program = actor.program;
        this.random = actor.random.split();
        this.depth = actor.depth + 1;
        this.own = own;
        Kind any = KINDS[random.nextInt(KINDS.length)];
        boolean useless = any.ordinal() >= Kind.REENTER.ordinal() && depth > Actor.DEEPEST;
        // A lambda that has the turn or the lock of a share, and waits for that of another, may wait for ever.
        boolean deadly = program.threaded && (any == Kind.REENTER || any == Kind.CLOSE && own == null);
        this.kind = useless || deadly ? Kind.NOTHING : any;
        this.every = EVERY.get(random.nextInt(EVERY.size()));
    }

    /** Does it, if now is the time; {@return the lambda's answer}. */
    <T> T answer(T normal, List<T> odd) throws IOException {
        return answer(normal, normal, odd);
    }

    /** Does it, if now is the time; {@return the lambda's answer}. */
    <T> T answer(T normal, T pause, List<T> odd) throws IOException {
        calls++;
        if (calls % every != 0 || calls > every * MOST_TIMES || !program.isActing(Thread.currentThread())) {
            return normal;
        }
        Actor actor = new Actor(program, random, depth, "in a lambda:");
        actor.note(kind.name());
        program.report.count("lambda " + kind);
        return switch (kind) {
            case NOTHING -> normal;
            case ODD -> odd.get(random.nextInt(odd.size()));
            case RUNTIME -> throw program.thrown(new Mark.OfRuntime());
            case CHECKED -> throw program.thrown(new Mark.OfIO());
            case ERROR -> throw program.thrown(new Mark.OfError());
            case PAUSE -> pause;
            case REENTER -> {
                actor.steps(1 + random.nextInt(3));
                yield normal;
            }
            case OWN -> {
                if (own != null) {
                    actor.attempt(EasyOperations.on(own, actor));
                }
                yield normal;
            }
            case CLOSE -> {
                actor.attempt(Operations.closing(own, actor));
                yield normal;
            }
        };
    }

    /** Does it, if now is the time, in a lambda that returns nothing. */
    void happen() throws IOException {
        answer(0, List.of(0));
    }

    @Override
    public String toString() {
        return "does " + kind + " at every call of " + every;
    }
}
