package io.github.curlffm.http;

import java.util.concurrent.Executor;

/** Where the user's code of a call runs. */
interface Workplace extends Executor {

    /** Runs what may wait for other tasks that are given to this. */
    void executeWaiting(Runnable task);

    /** {@return a workplace of which each task may wait for the others} */
    static Workplace of(Executor executor) {
        return new Workplace() {
            @Override
            public void execute(Runnable task) {
                executor.execute(task);
            }

            @Override
            public void executeWaiting(Runnable task) {
                executor.execute(task);
            }
        };
    }
}
