package io.github.curlffm.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.internal.key.Kind;
import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.internal.key.Trait;
import io.github.curlffm.testing.Keys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the rows of the tables say besides name, number and version. */
class TraitsTest {

    private static final Set<Kind> NUMBERS =
            EnumSet.of(Kind.LONG, Kind.FLAG, Kind.VERIFYHOST, Kind.VALUE, Kind.MASK, Kind.OFF_T);

    /** What the section DEFAULT of the manual pages of libcurl 8.22.0 says, where that is not 0. */
    private static final Map<String, Long> MANUAL = new HashMap<>();

    private static void defaults(long number, String... names) {
        for (String name : names) {
            MANUAL.put(name, number);
        }
    }

    static {
        defaults(1, "DOH_SSL_VERIFYPEER", "FTP_SKIP_PASV_IP", "FTP_USE_EPRT", "FTP_USE_EPSV", "HEADEROPT", "HTTPAUTH");
        defaults(1, "HTTP_CONTENT_DECODING", "HTTP_TRANSFER_DECODING", "LOCALPORTRANGE", "NOPROGRESS", "PROXYAUTH");
        defaults(1, "PROXY_SSL_VERIFYPEER", "RTSP_REQUEST", "SSL_ENABLE_ALPN", "SSL_ENABLE_NPN", "SSL_SESSIONID_CACHE");
        defaults(1, "SSL_VERIFYPEER", "TCP_NODELAY");
        defaults(2, "DOH_SSL_VERIFYHOST", "PROXY_SSL_VERIFYHOST", "SSL_VERIFYHOST");
        defaults(-1, "POSTFIELDSIZE", "POSTFIELDSIZE_LARGE");
        defaults(5, "MAXCONNECTS");
        defaults(9, "TCP_KEEPCNT");
        defaults(16, "STREAM_WEIGHT");
        defaults(30, "MAXREDIRS");
        defaults(60, "DNS_CACHE_TIMEOUT", "TCP_KEEPIDLE", "TCP_KEEPINTVL");
        defaults(118, "MAXAGE_CONN");
        defaults(200, "HAPPY_EYEBALLS_TIMEOUT_MS");
        defaults(0644, "NEW_FILE_PERMS");
        defaults(0755, "NEW_DIRECTORY_PERMS");
        defaults(512, "TFTP_BLKSIZE");
        defaults(1000, "EXPECT_100_TIMEOUT_MS");
        defaults(16_384, "BUFFERSIZE");
        defaults(60_000, "UPKEEP_INTERVAL_MS");
        defaults(65_536, "UPLOAD_BUFFERSIZE");
        defaults(86_400, "CA_CACHE_TIMEOUT", "MAXLIFETIME_CONN");

        // In words there: unset, all protocols, all methods, the names of bits.
        defaults(-1, "INFILESIZE", "INFILESIZE_LARGE", "PROTOCOLS", "SSH_AUTH_TYPES");
        defaults(Constant.bits(Set.of(Auth.BASIC, Auth.GSSAPI)), "SOCKS5_AUTH");
        defaults(Constant.bits(Set.of(Protocol.HTTP, Protocol.HTTPS, Protocol.FTP, Protocol.FTPS)), "REDIR_PROTOCOLS");
        defaults(UploadFlag.SEEN.number(), "UPLOAD_FLAGS");
    }

    /** Where this library differs from the manual: signals are off, time-outs hold, and libcurl refuses 0 for no Alt-Svc. */
    private static final Map<String, Long> DIFFERENT =
            Map.of("NOSIGNAL", 1L, "QUICK_EXIT", 1L, "ALTSVC_CTRL", AltSvcCtrl.READONLYFILE.number());

    private static List<OptionRow> options() {
        return Keys.<Option<?>>of(Option.class).stream().map(Keys::row).toList();
    }

    @Test
    void defaultsAreTheManuals() {
        Map<String, Long> rows = new TreeMap<>();
        Map<String, Long> expected = new TreeMap<>();
        for (OptionRow row : options()) {
            rows.put(row.name(), row.defaultNumber());
            expected.put(row.name(), DIFFERENT.getOrDefault(row.name(), MANUAL.getOrDefault(row.name(), 0L)));
        }
        assertTrue(rows.keySet().containsAll(MANUAL.keySet()));
        assertEquals(expected, rows);
    }

    @Test
    void defaultsOfAMultiAreTheManuals() {
        Map<String, Long> rows = new TreeMap<>();
        for (MultiOption<?> option : Keys.<MultiOption<?>>of(MultiOption.class)) {
            rows.put(option.name(), ((OptionRow) Keys.row(MultiOption.class, option)).defaultNumber());
        }
        rows.values().removeIf(number -> number == 0);
        assertEquals(
                new TreeMap<>(Map.of(
                        "MAX_CONCURRENT_STREAMS", 100L,
                        "MAX_PIPELINE_LENGTH", 5L,
                        "PIPELINING", Pipelining.MULTIPLEX.number(),
                        "QUICK_EXIT", 1L,
                        "RESOLVE_THREADS_MAX", 20L)),
                rows);
    }

    @Test
    void onlyWhatTakesANumberHasADefaultNumber() {
        for (OptionRow row : options()) {
            assertTrue(row.defaultNumber() == 0 || NUMBERS.contains(row.kind()), row::toString);
        }
    }

    /** Those that take 0 for the default that the javadoc tells. */
    private static final Set<String> ZERO_MEANS_THE_DEFAULT =
            Set.of("ACCEPTTIMEOUT_MS", "SERVER_RESPONSE_TIMEOUT", "SERVER_RESPONSE_TIMEOUT_MS");

    /** What the javadoc says of numbers and of true and false, where it says it as such. */
    @Test
    void defaultsAreTheJavadocs() throws Exception {
        Path folder = Path.of("src/main/java/io/github/curlffm/option");
        StringBuilder source = new StringBuilder();
        for (String table : List.of("Option", "OptionsAndInfos", "EasyAndMultiOptions")) {
            source.append(Files.readString(folder.resolve(table + ".java")));
        }
        Map<String, OptionRow> rows = options().stream().collect(Collectors.toMap(OptionRow::name, row -> row));
        Pattern documented = Pattern.compile(
                "/\\*\\*((?:(?!\\*/).)*?)\\*/\\s+(?:@Deprecated\\s+)?\\w+<[^=]*> (\\w+) =", Pattern.DOTALL);
        Pattern number = Pattern.compile("[Dd]efault (true|false|-?\\d+)(?=[;,. ])");
        List<String> checked = new ArrayList<>();
        Set<String> different = new TreeSet<>();
        for (MatchResult match : documented.matcher(source).results().toList()) {
            String javadoc =
                    match.group(1).replaceAll("\\s+\\*\\s+", " ").replaceAll("(As an info|Of a multi): .*", "");
            OptionRow row = rows.get(match.group(2));
            var found = number.matcher(javadoc);
            if (row != null && NUMBERS.contains(row.kind()) && found.find()) {
                String text = found.group(1);
                boolean same = text.matches("true|false")
                        ? text.equals("" + (row.defaultNumber() != 0))
                        : Long.decode(text) == row.defaultNumber();
                checked.add(row.name());
                if (!same) {
                    different.add(row.name());
                }
            }
        }
        assertTrue(checked.size() > 100, () -> "too few: " + checked);
        assertEquals(ZERO_MEANS_THE_DEFAULT, different);
    }

    @Test
    void urlsMayHoldANameAndAPassword() {
        assertEquals(
                Set.of("CURLU", "DOH_URL", "PRE_PROXY", "PROXY", "REFERER", "URL"),
                options().stream()
                        .filter(row -> row.has(Trait.URI))
                        .map(OptionRow::name)
                        .collect(Collectors.toSet()));
    }

    @Test
    void filesAreStrings() {
        List<OptionRow> files =
                options().stream().filter(row -> row.has(Trait.FILE)).toList();
        assertTrue(files.size() > 20, files::toString);
        files.forEach(row -> assertEquals(Kind.STRING, row.kind(), row::toString));
    }

    /** An option more needs a look at libcurl's sources: what its setopt does, and who reads that when. */
    @Test
    void fewOptionsMayBeChangedWhileAHandleIsInUse() {
        assertEquals(
                Set.of(
                        "ACCEPTTIMEOUT_MS",
                        "CONNECTTIMEOUT",
                        "CONNECTTIMEOUT_MS",
                        "EXPECT_100_TIMEOUT_MS",
                        "FAILONERROR",
                        "FOLLOWLOCATION",
                        "FORBID_REUSE",
                        "FRESH_CONNECT",
                        "LOW_SPEED_LIMIT",
                        "LOW_SPEED_TIME",
                        "MAXFILESIZE",
                        "MAXFILESIZE_LARGE",
                        "MAXREDIRS",
                        "MAX_RECV_SPEED_LARGE",
                        "MAX_SEND_SPEED_LARGE",
                        "NOPROGRESS",
                        "POSTREDIR",
                        "PRIVATE",
                        "READFUNCTION",
                        "SERVER_RESPONSE_TIMEOUT",
                        "SERVER_RESPONSE_TIMEOUT_MS",
                        "TIMEOUT",
                        "TIMEOUT_MS",
                        "UNRESTRICTED_AUTH",
                        "VERBOSE",
                        "WRITEFUNCTION"),
                options().stream()
                        .filter(row -> row.has(Trait.LIVE))
                        .map(OptionRow::name)
                        .collect(Collectors.toSet()));
        for (OptionRow row : options()) {
            assertEquals(row.has(Trait.LIVE), row.mayUnsetInUse(), row::toString);
            assertEquals(row.kind() == Kind.FUNCTION || row.has(Trait.LIVE), row.maySetInUse(), row::toString);
        }
    }

    /** Whatever it is called: libcurl goes by the number. */
    @Test
    void aKeyByItsNumberHasTheTraitsOfTheRow() {
        OptionRow redirects = Keys.row(Option.number("HOPS", Option.MAXREDIRS.number()));
        assertEquals("CURLOPT_HOPS", redirects.toString());
        assertEquals(30, redirects.defaultNumber());
        assertTrue(Option.string("LOGIN", Option.USERPWD.number()).isSecret());
        assertTrue(Keys.row(Option.string("LINK", Option.URL.number())).has(Trait.URI));
        assertTrue(Info.slist("JAR", Info.COOKIELIST.info().number()).isSecret());
        assertFalse(Option.string("PASSWORD", 19_999).isSecret());
        OptionRow streams = (OptionRow) Keys.row(MultiOption.class, MultiOption.number("STREAMS", 16));
        assertEquals(100, streams.defaultNumber());
    }
}
