package io.github.curlffm.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.internal.c.C;
import io.github.curlffm.internal.ffi.curl_easyoption;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.key.Kind;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.internal.lib.NativeLibrary;
import io.github.curlffm.internal.upcall.CallbackKind;
import io.github.curlffm.testing.Keys;
import io.github.curlffm.testing.Loaded;
import io.github.curlffm.testing.Needs;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OptionTableTest {

    private static final Map<String, Set<String>> LEFT_OUT = Map.of(
            "the library sets the userdata of a callback itself",
            Set.of(
                    "CHUNK_DATA",
                    "CLOSESOCKETDATA",
                    "DEBUGDATA",
                    "FNMATCH_DATA",
                    "HEADERDATA",
                    "HSTSREADDATA",
                    "HSTSWRITEDATA",
                    "INTERLEAVEDATA",
                    "IOCTLDATA",
                    "OPENSOCKETDATA",
                    "PREREQDATA",
                    "READDATA",
                    "RESOLVER_START_DATA",
                    "SEEKDATA",
                    "SOCKOPTDATA",
                    "SSH_HOSTKEYDATA",
                    "SSH_KEYDATA",
                    "SSL_CTX_DATA",
                    "TRAILERDATA",
                    "WRITEDATA",
                    "XFERINFODATA"),
            "another name of a userdata option",
            Set.of("FILE", "INFILE", "PROGRESSDATA", "WRITEHEADER"),
            "without effect since libcurl 7.82.0",
            Set.of("CONV_FROM_NETWORK_FUNCTION", "CONV_FROM_UTF8_FUNCTION", "CONV_TO_NETWORK_FUNCTION"),
            "every handle has an error buffer, whose text is in the exceptions",
            Set.of("ERRORBUFFER"),
            "of the form API, which MIMEPOST replaced in libcurl 7.56.0",
            Set.of("HTTPPOST"),
            "no option any more",
            Set.of("CLOSEPOLICY", "OBSOLETE40", "OBSOLETE72", "WRITEINFO"),
            "the end of C's enum",
            Set.of("LASTENTRY"));

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("ENCODING", "ACCEPT_ENCODING"),
            Map.entry("FTPAPPEND", "APPEND"),
            Map.entry("FTPLISTONLY", "DIRLISTONLY"),
            Map.entry("FTP_RESPONSE_TIMEOUT", "SERVER_RESPONSE_TIMEOUT"),
            Map.entry("FTP_SSL", "USE_SSL"),
            Map.entry("KRB4LEVEL", "KRBLEVEL"),
            Map.entry("MAIL_RCPT_ALLLOWFAILS", "MAIL_RCPT_ALLOWFAILS"),
            Map.entry("POST301", "POSTREDIR"),
            Map.entry("RTSPHEADER", "HTTPHEADER"),
            Map.entry("SSLCERTPASSWD", "KEYPASSWD"),
            Map.entry("SSLKEYPASSWD", "KEYPASSWD"));

    /** Those of {@code CURLOPTDEPRECATED} in the curl.h that the bindings are made from that are not left out. */
    private static final Set<String> DEPRECATED = Set.of(
            "DNS_USE_GLOBAL_CACHE",
            "EGDSOCKET",
            "IOCTLFUNCTION",
            "KRBLEVEL",
            "PROGRESSFUNCTION",
            "PROTOCOLS",
            "PROXY_TLSAUTH_PASSWORD",
            "PROXY_TLSAUTH_TYPE",
            "PROXY_TLSAUTH_USERNAME",
            "PUT",
            "RANDOM_FILE",
            "REDIR_PROTOCOLS",
            "SOCKS5_GSSAPI_SERVICE",
            "SSL_ENABLE_NPN",
            "SSL_FALSESTART",
            "STREAM_DEPENDS",
            "STREAM_DEPENDS_E",
            "TLSAUTH_PASSWORD",
            "TLSAUTH_TYPE",
            "TLSAUTH_USERNAME");

    /** The kinds by the range that an option's number is in: the C type that libcurl takes from its arguments. */
    private static final Map<Integer, Set<Kind>> KINDS_BY_RANGE = Map.of(
            0, EnumSet.of(Kind.LONG, Kind.FLAG, Kind.VERIFYHOST, Kind.VALUE, Kind.MASK),
            10000, EnumSet.of(Kind.STRING, Kind.SLIST, Kind.POSTFIELDS, Kind.HANDLE, Kind.FILE, Kind.OBJECT),
            20000, EnumSet.of(Kind.FUNCTION),
            30000, EnumSet.of(Kind.OFF_T),
            40000, EnumSet.of(Kind.BLOB));

    private final Table<Option<?>> table = new Table<>(Option.class, "CURLOPT_");

    @Test
    void namesAndNumbersAreTheHeaders() {
        table.assertNamesAndNumbersAreTheHeaders("CURLOPT_");
        assertTrue(
                table.keys().size() > 250,
                () -> "too few to be all: " + table.keys().keySet());
    }

    @Test
    void everyOptionOfTheHeaderIsThereOrLeftOutForAReason() {
        table.assertNothingIsMissing(ALIASES, LEFT_OUT);
    }

    @Test
    void deprecatedAreThoseThatTheHeaderDeprecates() {
        table.assertDeprecated(DEPRECATED);
    }

    @Test
    void sinceIsAVersion() {
        table.assertVersionsAreVersions();
    }

    @Test
    void kindsFitTheRangeOfTheNumber() {
        for (Option<?> option : table.keys().values()) {
            Set<Kind> fitting = KINDS_BY_RANGE.get(option.number() / 10000 * 10000);
            assertTrue(fitting.contains(Keys.kind(option)), () -> option + " is " + Keys.kind(option));
        }
    }

    @Test
    void everyCallbackHasItsOptionAndTheOtherWayRound() {
        Set<CallbackKind> found = EnumSet.noneOf(CallbackKind.class);
        for (Option<?> option : table.keys().values()) {
            if (Keys.kind(option) == Kind.FUNCTION) {
                CallbackKind kind = CallbackKind.byFunctionId(option.number());
                assertTrue(kind != null && found.add(kind), option::toString);
            }
        }
        Set<CallbackKind> easy = EnumSet.allOf(CallbackKind.class);
        easy.removeIf(kind -> CallbackKind.byFunctionId(kind.functionId()) != kind); // those of no option, or a multi's
        assertEquals(easy, found);
    }

    // --- what libcurl itself lists --------------------------------------------------------------------------------

    private record Listed(String name, int id, int type, boolean alias) {}

    private static List<Listed> listedByLibcurl() {
        Library.initialize();
        List<Listed> all = new ArrayList<>();
        MemorySegment previous = MemorySegment.NULL;
        while (true) {
            MemorySegment pointer = curl_ffm_h.curl_easy_option_next(previous);
            if (pointer.address() == 0) {
                return all;
            }
            MemorySegment option = C.struct(pointer, curl_easyoption.layout());
            boolean alias = (curl_easyoption.flags(option) & curl_ffm_h.CURLOT_FLAG_ALIAS()) != 0;
            String name = C.string(curl_easyoption.name(option));
            all.add(new Listed(name, curl_easyoption.id(option), curl_easyoption.type(option), alias));
            previous = pointer;
        }
    }

    private static void assumeListed() {
        Needs.libcurl("7.73.0");
        assertTrue(NativeLibrary.has("curl_easy_option_next"));
    }

    @Test
    void everyOptionThatLibcurlListsIsThereWithAFittingKind() {
        assumeListed();
        Map<Integer, Option<?>> byId = new HashMap<>();
        table.keys().values().forEach(option -> byId.put(option.number(), option));
        Set<String> leftOut = new HashSet<>();
        LEFT_OUT.values().forEach(leftOut::addAll);

        List<Listed> listed = listedByLibcurl();
        assertTrue(listed.size() > 250, listed::toString);
        for (Listed line : listed) {
            Option<?> option = byId.get(line.id());
            if (leftOut.contains(line.name())) {
                assertEquals(null, option, line::toString);
            } else if (line.alias()) {
                assertEquals(ALIASES.getOrDefault(line.name(), line.name()), option.name());
            } else {
                assertTrue(option != null, () -> line + " is missing");
                assertTrue(option.name().equals(line.name()) || ALIASES.containsKey(line.name()), line::toString);
                assertTrue(kindsOf(line.type()).contains(Keys.kind(option)), () -> line + " is " + Keys.kind(option));
            }
        }
    }

    /** libcurl says of some numbers that they have names where only a range makes sense, and the other way round. */
    private static Set<Kind> kindsOf(int type) {
        Set<Kind> numbers = KINDS_BY_RANGE.get(0);
        return Map.of(
                        curl_ffm_h.CURLOT_LONG(), numbers,
                        curl_ffm_h.CURLOT_VALUES(), numbers,
                        curl_ffm_h.CURLOT_OFF_T(), EnumSet.of(Kind.OFF_T),
                        curl_ffm_h.CURLOT_OBJECT(), EnumSet.of(Kind.HANDLE, Kind.POSTFIELDS, Kind.FILE, Kind.OBJECT),
                        curl_ffm_h.CURLOT_STRING(), EnumSet.of(Kind.STRING),
                        curl_ffm_h.CURLOT_SLIST(), EnumSet.of(Kind.SLIST),
                        curl_ffm_h.CURLOT_CBPTR(), EnumSet.of(Kind.OBJECT),
                        curl_ffm_h.CURLOT_BLOB(), EnumSet.of(Kind.BLOB),
                        curl_ffm_h.CURLOT_FUNCTION(), EnumSet.of(Kind.FUNCTION))
                .get(type);
    }

    @Test
    void everyOptionIsListedByLibcurlUnlessItIsYounger() {
        assumeListed();
        Set<Integer> listed = listedByLibcurl().stream().map(Listed::id).collect(Collectors.toSet());
        Set<String> wrong = new TreeSet<>();
        for (Option<?> option : table.keys().values()) {
            if (listed.contains(option.number()) != Loaded.has(option)) {
                wrong.add(option + " came with " + option.since()
                        + (listed.contains(option.number()) ? " and is there" : " and is not there"));
            }
        }
        assertEquals(Set.of(), wrong);
    }
}
