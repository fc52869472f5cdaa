package io.github.curlffm.internal;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** The rooms of the house: who may name whom, read from the class files. Calls run downwards only. */
class RoomsTest {

    private static final String ROOT = "io/github/curlffm/";
    private static final String BASE = "";

    /** What each room may name besides itself. */
    private static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            entry(
                    BASE,
                    Set.of(
                            "option",
                            "callback",
                            "internal/key",
                            "internal/handle",
                            "internal/poll",
                            "internal/upcall",
                            "internal/c",
                            "internal/lib",
                            "internal/ffi")),
            entry("option", Set.of("callback", "internal/key")),
            entry("callback", Set.of("option")),
            entry("http", Set.of(BASE, "option", "callback")),
            entry("internal/key", Set.of()),
            entry(
                    "internal/handle",
                    Set.of(
                            "callback",
                            "internal/poll",
                            "internal/upcall",
                            "internal/c",
                            "internal/lib",
                            "internal/ffi")),
            entry("internal/poll", Set.of("callback", "internal/c", "internal/lib", "internal/ffi")),
            entry("internal/upcall", Set.of("callback", "option", "internal/c", "internal/lib", "internal/ffi")),
            entry("internal/c", Set.of("callback", "internal/lib", "internal/ffi")),
            entry("internal/lib", Set.of("internal/ffi")),
            entry("internal/ffi", Set.of("internal/lib")));

    /** The types of the base that a room may name, though not call: a key or a callback is about a handle. */
    private static final Map<String, Set<String>> NAMED = Map.of(
            "option", Set.of("CurlUrl", "Easy", "Mime", "Share"),
            "callback", Set.of("CurlCode", "Easy"),
            "internal/upcall", Set.of("CurlCode"));

    /** Callbacks that are given, or give, a pointer which is not libcurl's own business. */
    private static final Set<String> FOREIGN_POINTERS = Set.of(
            "CallocCallback",
            "FreeCallback",
            "MallocCallback",
            "ReallocCallback",
            "ResolverStartCallback",
            "SslCtxCallback",
            "StrdupCallback",
            "TlsSession");

    private static String room(String name) {
        return name.substring(ROOT.length(), Math.max(ROOT.length(), name.lastIndexOf('/')));
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\$.*", "");
    }

    /** {@return who names what, of what the rule says} */
    private static Set<String> names(BiPredicate<String, String> rule) throws IOException {
        Set<String> found = new TreeSet<>();
        for (ClassFile file : ClassFile.all()) {
            for (String named : file.classes()) {
                if (rule.test(file.name(), named)) {
                    found.add(file.name() + " names " + named);
                }
            }
        }
        return found;
    }

    private static boolean isOurs(String name) {
        return name.startsWith(ROOT);
    }

    @Test
    void everyRoomIsOnThePlan() throws IOException {
        Set<String> rooms = new TreeSet<>();
        ClassFile.all().forEach(file -> rooms.add(room(file.name())));
        assertEquals(new TreeSet<>(ROOMS.keySet()), rooms);
    }

    @Test
    void noRoomNamesWhatIsAboveIt() throws IOException {
        assertEquals(
                Set.of(),
                names((name, named) -> isOurs(named)
                        && !room(named).equals(room(name))
                        && !ROOMS.get(room(name)).contains(room(named))
                        && !(room(named).equals(BASE)
                                && NAMED.getOrDefault(room(name), Set.of()).contains(simple(named)))));
    }

    /** A program without java.net.http has all the rest. */
    @Test
    void onlyHttpNamesTheJdksClient() throws IOException {
        assertEquals(
                Set.of(),
                names((name, named) ->
                        named.startsWith("java/net/http/") && !room(name).equals("http")));
    }

    @Test
    void keysAndCallbacksCallNoHandle() throws IOException {
        List<String> calls = ClassFile.all().stream()
                .filter(file -> Set.of("option", "callback").contains(room(file.name())))
                .flatMap(file -> file.methods()
                        .filter(method -> isOurs(method.owner())
                                && room(method.owner()).equals(BASE)
                                && !simple(method.owner()).equals("CurlCode"))
                        .map(method -> file.name() + " calls " + method))
                .toList();
        assertEquals(List.of(), calls);
    }

    @Test
    void memoryIsForTheInternalRoomsAndTheHandles() throws IOException {
        assertEquals(
                Set.of(),
                names((name, named) -> named.startsWith("java/lang/foreign/")
                        && (room(name).equals("option")
                                || room(name).equals("callback") && !FOREIGN_POINTERS.contains(simple(name)))));
    }

    @Test
    void layoutsAndMethodHandlesAreForTheInternalRooms() throws IOException {
        assertEquals(
                Set.of(),
                names((name, named) -> !room(name).startsWith("internal/")
                        && (named.startsWith("java/lang/foreign/Linker")
                                || named.matches("java/lang/foreign/(Struct|Sequence|Group|Union)Layout.*")
                                || named.equals("java/lang/invoke/VarHandle")
                                || isOurs(named)
                                        && room(named).equals("internal/ffi")
                                        && !simple(named).startsWith("curl_ffm_h"))));
    }

    /** The JDK looks for the end of a string by words, and past it; and it replaces what it cannot read or write. */
    @Test
    void stringsAreReadAndWrittenByTextAlone() throws IOException {
        Set<String> found = new TreeSet<>();
        for (ClassFile file : ClassFile.all()) {
            if (room(file.name()).equals("internal/ffi")) {
                continue;
            }
            file.methods()
                    .filter(method -> Set.of("getString", "setString").contains(method.name()))
                    .forEach(method -> found.add(file.name() + " calls " + method));
        }
        assertEquals(Set.of(), found);
    }

    @Test
    void upcallStubsAreMadeInOnePlace() throws IOException {
        Set<String> makers = new TreeSet<>();
        for (ClassFile file : ClassFile.all()) {
            if (!room(file.name()).equals("internal/ffi")
                    && file.methods()
                            .anyMatch(method -> method.name().equals("upcallStub")
                                    || method.name().equals("allocate")
                                            && simple(method.owner()).endsWith("callback"))) {
                makers.add(file.name());
            }
        }
        assertEquals(Set.of(ROOT + "internal/upcall/Stubs"), makers);
    }
}
