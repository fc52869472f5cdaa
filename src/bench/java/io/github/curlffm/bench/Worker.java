package io.github.curlffm.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** A contender that has begun. */
interface Worker extends AutoCloseable {

    double NANOS = 1e9;

    /** Works until the deadline, and then until what was begun is done; {@return how much was done}. */
    double work(long deadline) throws Exception;

    /** {@return the CPU time used so far, in nanoseconds} */
    default long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** {@return how much is done in a second of the clock, or of CPU time} */
    default double rate(double seconds, boolean countsCpu) throws Exception {
        long before = System.nanoTime();
        long cpuBefore = cpu();
        double amount = work(before + (long) (seconds * NANOS));
        return amount * NANOS / (countsCpu ? cpu() - cpuBefore : System.nanoTime() - before);
    }

    @Override
    void close() throws Exception;

    /** One unit of work; {@return how much it was}. */
    @FunctionalInterface
    interface Once {
        double once() throws Exception;
    }

    /** {@return a worker that does the same thing again and again} */
    static Worker repeating(AutoCloseable resource, Once once) {
        return new Worker() {
            @Override
            public double work(long deadline) throws Exception {
                double amount = 0;
                do {
                    amount += once.once();
                } while (System.nanoTime() < deadline);
                return amount;
            }

            @Override
            public void close() throws Exception {
                resource.close();
            }
        };
    }

    /** {@return a worker that finds out its rate by itself} */
    static Worker measuring(Once rate) {
        return new Worker() {
            @Override
            public double work(long deadline) throws Exception {
                return rate.once();
            }

            @Override
            public double rate(double seconds, boolean countsCpu) throws Exception {
                return rate.once();
            }

            @Override
            public void close() {}
        };
    }
}
