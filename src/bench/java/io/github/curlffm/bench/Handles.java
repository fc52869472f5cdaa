package io.github.curlffm.bench;

import io.github.curlffm.Easy;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process, with a heap that is resident from the start, that prints what a live handle takes: bytes of memory, and bytes of the code cache where stubs are.
 */
final class Handles {

    private static final int KIB = 1024;

    private Handles() {}

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[0]);
        for (int i = 0; i < count; i++) { // so that the compiler has what it takes
            Ours.sixLambdas().close();
        }
        System.gc();
        long before = resident() + heap();
        long stubsBefore = stubs();
        List<Easy> handles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            handles.add(Ours.sixLambdas());
        }
        System.gc();
        System.out.println((double) (resident() + heap() - before) / handles.size());
        System.out.println((double) Math.max(0, stubs() - stubsBefore) / handles.size());
    }

    private static long heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
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
