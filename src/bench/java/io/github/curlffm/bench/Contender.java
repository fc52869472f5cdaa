package io.github.curlffm.bench;

/**
 * Somebody who takes part in a scenario.
 *
 * @param name who, and how
 * @param ours whether it is curl-ffm
 * @param warmsUp whether it becomes faster while it runs, as everything does that a JVM compiles
 * @param start what it does first; this is counted in the first half second
 */
record Contender(String name, boolean ours, boolean warmsUp, Start start) {

    /** How a contender begins. */
    @FunctionalInterface
    interface Start {
        Worker start() throws Exception;
    }

    static Contender ours(String how, Start start) {
        return new Contender(how, true, true, start);
    }

    static Contender java(String name, Start start) {
        return new Contender(name, false, true, start);
    }

    static Contender process(String name, Start start) {
        return new Contender(name, false, false, start);
    }
}
