package io.github.curlffm.bench;

import io.github.curlffm.Easy;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that prints what a live handle takes: bytes of memory, and bytes of the code cache for stubs. */
final class Handles {

    private static final int KIB = 1024;

    private Handles() {}

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[0]);
        for (int i = 0; i < count; i++) { // so that neither the heap nor the compiler grows any more
            Ours.sixLambdas().close();
        }
        System.gc();
        long before = resident();
        long stubsBefore = stubs();
        List<Easy> handles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            handles.add(Ours.sixLambdas());
        }
        System.gc();
        System.out.println((double) (resident() - before) / handles.size());
        System.err.printf("code cache for stubs, bytes a handle: %.1f%n", (stubs() - stubsBefore) / (double) count);
    }

    private static long resident() throws Exception {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> KIB * Long.parseLong(line.replaceAll("\\D+", "")))
                .findFirst()
                .orElseThrow();
    }

    /** {@return how full the part of the code cache is that stubs are in} */
    private static long stubs() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().contains("non-nmethods")
                        || pool.getName().equals("CodeCache"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
