package io.github.curlffm.internal.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class DowncallsTest {

    private static MemorySegment c(String function) {
        return Linker.nativeLinker().defaultLookup().find(function).orElseThrow();
    }

    @Test
    void numbersPassWithTheirSign() throws Throwable {
        MethodHandle abs = Downcalls.link(c("abs"), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        MethodHandle labs =
                Downcalls.link(c("labs"), FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));

        assertEquals(7, (int) (long) abs.invokeExact(Downcalls.arg(-7)));
        assertEquals(Long.MAX_VALUE, (long) labs.invokeExact(Downcalls.arg(-Long.MAX_VALUE)));
    }

    @Test
    void aNegativeResultOfAnIntIsOne() throws Throwable {
        MethodHandle close =
                Downcalls.link(c("close"), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

        assertEquals(-1, (int) (long) close.invokeExact(Downcalls.arg(-1)));
    }

    @Test
    void pointersPassBothWays() throws Throwable {
        MethodHandle strchr = Downcalls.link(
                c("strchr"), FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = arena.allocateFrom("curl");

            MemorySegment found = Downcalls.pointer((long) strchr.invokeExact(Downcalls.arg(text), Downcalls.arg('r')));

            assertEquals(text.address() + 2, found.address());
            assertEquals("rl", found.getString(0));
        }
    }

    @Test
    void whatHasOtherArgumentsIsNotLinked() {
        MemoryLayout struct = MemoryLayout.structLayout(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG);

        for (MemoryLayout layout : new MemoryLayout[] {ValueLayout.JAVA_DOUBLE, ValueLayout.JAVA_BYTE, struct}) {
            assertThrows(
                    IllegalArgumentException.class, () -> Downcalls.link(c("abs"), FunctionDescriptor.ofVoid(layout)));
            assertThrows(IllegalArgumentException.class, () -> Downcalls.link(c("abs"), FunctionDescriptor.of(layout)));
        }
    }

    @Test
    void memoryThatCMustNotSeeIsRefused() {
        Arena closed = Arena.ofConfined();
        MemorySegment released = closed.allocate(8);
        closed.close();

        assertThrows(NullPointerException.class, () -> Downcalls.arg(null));
        assertThrows(IllegalArgumentException.class, () -> Downcalls.arg(MemorySegment.ofArray(new byte[8])));
        assertThrows(IllegalStateException.class, () -> Downcalls.arg(released));
        try (Arena mine = Arena.ofConfined()) {
            MemorySegment own = mine.allocate(8);
            assertEquals(own.address(), Downcalls.arg(own));
            CompletionException thrown = assertThrows(
                    CompletionException.class,
                    () -> CompletableFuture.supplyAsync(() -> Downcalls.arg(own))
                            .join());
            assertTrue(thrown.getCause() instanceof WrongThreadException, thrown.toString());
        }
    }
}
