package io.github.curlffm.soak;

import io.github.curlffm.Message;
import io.github.curlffm.Multi;
import io.github.curlffm.Multi.SocketEvent;
import io.github.curlffm.MultiInfo;
import io.github.curlffm.callback.NotifyCallback;
import io.github.curlffm.callback.PushCallback;
import io.github.curlffm.option.MultiOption;
import io.github.curlffm.option.Pipelining;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What can be done with a multi. */
final class MultiOperations {

    private static final int ROUNDS = 25;
    private static final Duration MOMENT = Duration.ofMillis(4);

    private MultiOperations() {}

    static List<Operation> all() {
        return List.of(
                new Operation(
                        "new multi",
                        2,
                        actor -> actor.program.multis.put(actor.random, actor.program.opened(new Multi()))),
                new Operation("add", 12, actor -> actor.multi().add(actor.bounded(actor.easy()))),
                new Operation("remove", 4, actor -> actor.multi().remove(actor.easy())),
                new Operation("drive", 10, MultiOperations::drive),
                new Operation("perform a multi", 6, actor -> actor.multi().perform()),
                new Operation("poll", 3, actor -> actor.multi().poll(MOMENT)),
                new Operation("wait", 2, actor -> actor.multi().waitFor(MOMENT)),
                new Operation("messages", 5, MultiOperations::messages),
                new Operation("handles", 1, actor -> actor.multi().handles()),
                new Operation("timeout", 1, actor -> actor.multi().timeout()),
                new Operation("waitfds", 1, actor -> actor.multi().waitfds()),
                new Operation("wakeup", 1, actor -> actor.multi().wakeup()),
                new Operation("numbers", 1, actor -> actor.multi().get(actor.one(List.of(MultiInfo.values())))),
                new Operation("action of a socket", 4, MultiOperations::socketAction),
                new Operation("action of the timer", 4, actor -> actor.multi().socketActionTimeout()),
                new Operation("assign", 2, MultiOperations::assign),
                new Operation("SOCKETFUNCTION", 5, MultiOperations::socketFunction),
                new Operation("TIMERFUNCTION", 4, actor -> {
                    Deed deed = actor.deed(null);
                    actor.multi().set(MultiOption.TIMERFUNCTION, timeout -> deed.happen());
                }),
                new Operation("PUSHFUNCTION", 1, actor -> {
                    Deed deed = actor.deed(null);
                    actor.multi()
                            .set(
                                    MultiOption.PUSHFUNCTION,
                                    (parent, pushed, headers) -> deed.answer(
                                            PushCallback.Result.OK, Arrays.asList(PushCallback.Result.DENY, null)));
                }),
                new Operation("NOTIFYFUNCTION", 2, MultiOperations::notifyFunction),
                new Operation(
                        "unset an option of a multi",
                        2,
                        actor -> actor.multi()
                                .unset(actor.one(List.of(
                                        MultiOption.SOCKETFUNCTION,
                                        MultiOption.TIMERFUNCTION,
                                        MultiOption.PUSHFUNCTION,
                                        MultiOption.NOTIFYFUNCTION,
                                        MultiOption.MAXCONNECTS)))),
                new Operation("set an option of a multi", 2, MultiOperations::option),
                new Operation("close a multi", 3, actor -> actor.multi().close()),
                new Operation(
                        "forget a multi", 1, actor -> actor.program.forget(actor.program.multis.take(actor.random))));
    }

    private static void drive(Actor actor) throws Exception {
        Multi multi = actor.multi();
        multi.add(actor.bounded(actor.newEasy()));
        for (int i = 0; i < ROUNDS && multi.perform() > 0; i++) {
            multi.poll(MOMENT);
        }
        tell(multi, actor);
    }

    private static void messages(Actor actor) {
        tell(actor.multi(), actor);
    }

    private static void tell(Multi multi, Actor actor) {
        for (Message message : multi.messages()) {
            actor.program.report.count("transfers");
            actor.attempt(new Operation("message of " + message.easy(), 0, anyone -> message.orThrow()));
        }
    }

    private static void socketAction(Actor actor) throws Exception {
        Long socket = actor.program.sockets.pick(actor.random);
        if (socket != null) {
            actor.multi().socketAction(socket, actor.chance(30) ? Set.of() : EnumSet.allOf(SocketEvent.class));
        }
    }

    private static void assign(Actor actor) throws Exception {
        Long socket = actor.program.sockets.pick(actor.random);
        Multi multi = actor.multi();
        multi.assign(socket == null ? 12345 : socket, actor.chance(30) ? null : multi);
    }

    private static void socketFunction(Actor actor) {
        Deed deed = actor.deed(null);
        Program program = actor.program;
        var random = actor.random.split();
        actor.multi().set(MultiOption.SOCKETFUNCTION, (easy, socket, what, attachment) -> {
            program.sockets.put(random, socket);
            deed.happen();
        });
    }

    private static void notifyFunction(Actor actor) throws Exception {
        Deed deed = actor.deed(null);
        Multi multi = actor.multi();
        multi.set(MultiOption.NOTIFYFUNCTION, (notification, easy) -> deed.happen());
        for (NotifyCallback.Notification notification : NotifyCallback.Notification.values()) {
            multi.notifyEnable(notification);
        }
    }

    private static void option(Actor actor) {
        Multi multi = actor.multi();
        switch (actor.random.nextInt(5)) {
            case 0 -> multi.set(MultiOption.MAXCONNECTS, actor.random.nextInt(-1, 4));
            case 1 -> multi.set(MultiOption.MAX_TOTAL_CONNECTIONS, actor.random.nextInt(3));
            case 2 -> multi.set(MultiOption.MAX_HOST_CONNECTIONS, actor.random.nextInt(3));
            case 3 -> multi.set(MultiOption.MAX_CONCURRENT_STREAMS, actor.random.nextInt(3));
            default -> multi.set(MultiOption.PIPELINING, EnumSet.allOf(Pipelining.class));
        }
    }
}
