package io.github.curlffm.soak;

/** Something that an actor can do at any time. */
record Operation(String name, int weight, Action action) {

    /** What it does. */
    @FunctionalInterface
    interface Action {
        void run(Actor actor) throws Exception;
    }
}
