package io.github.curlffm.misuse;

/** Calls with strange arguments. */
final class Extremes {

    private Extremes() {}

    /** Calls, and closes what that may have made. */
    static void call(World world, Api.Call call, Object[] values) throws Exception {
        Object target = Targets.of(world, call);
        if (target == null && !call.isStatic()) {
            throw new UnsupportedOperationException("built without WebSocket");
        }
        if (call.name().startsWith("Multi.poll(")) {
            world.multi.wakeup(); // or it would wait as long as it is told to
        }
        if (call.name().startsWith("EventLoop.awaitTermination(")) {
            world.events().shutdown();
        }
        if (call.name().startsWith("Sockets.await(")) {
            Thread.currentThread().interrupt();
        }
        try {
            if (call.on(target, values) instanceof AutoCloseable made) {
                made.close();
            }
        } finally {
            Thread.interrupted();
        }
    }
}
