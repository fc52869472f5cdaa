package io.github.curlffm.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.curlffm.testing.Header;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The named values of options and infos, against the constants of libcurl's header with their prefix. */
class ConstantsTest {

    private static final Set<String> LAST = Set.of("LAST");
    private static final Set<String> ALL_THERE = Set.of();

    /** The enum, the prefix of its constants in C, and what is left out of the header's. */
    static Stream<Arguments> enums() {
        return Stream.of(
                arguments(AltSvcCtrl.class, "CURLALTSVC_", ALL_THERE),
                arguments(Auth.class, "CURLAUTH_", Set.of("GSSNEGOTIATE")), // NEGOTIATE's old name
                arguments(Follow.class, "CURLFOLLOW_", ALL_THERE),
                arguments(FtpCcc.class, "CURLFTPSSL_CCC_", LAST),
                arguments(FtpCreateDirs.class, "CURLFTP_", Set.of("CREATE_DIR_LAST")),
                arguments(FtpMethod.class, "CURLFTPMETHOD_", LAST),
                arguments(FtpSslAuth.class, "CURLFTPAUTH_", LAST),
                arguments(GssApiDelegation.class, "CURLGSSAPI_DELEGATION_", ALL_THERE),
                arguments(HeaderOption.class, "CURLHEADER_", ALL_THERE),
                arguments(HstsCtrl.class, "CURLHSTS_", ALL_THERE),
                arguments(HttpSigAlgorithm.class, "CURLHTTPSIG_", ALL_THERE),
                arguments(LockData.class, "CURL_LOCK_DATA_", LAST),
                arguments(MimeOption.class, "CURLMIMEOPT_", ALL_THERE),
                arguments(Netrc.class, "CURL_NETRC_", LAST),
                arguments(NetworkChanged.class, "CURLMNWC_", ALL_THERE),
                arguments(Pipelining.class, "CURLPIPE_", ALL_THERE),
                arguments(Protocol.class, "CURLPROTO_", ALL_THERE),
                arguments(ProxyError.class, "CURLPX_", LAST),
                arguments(ProxyType.class, "CURLPROXY_", LAST),
                arguments(RtspRequest.class, "CURL_RTSPREQ_", LAST),
                arguments(SshAuth.class, "CURLSSH_AUTH_", ALL_THERE),
                arguments( // forks of OpenSSL, with its number, and old names
                        SslBackend.class,
                        "CURLSSLBACKEND_",
                        Set.of("AWSLC", "BORINGSSL", "LIBRESSL", "CYASSL", "DARWINSSL")),
                arguments(SslOption.class, "CURLSSLOPT_", ALL_THERE),
                arguments(TimeCondition.class, "CURL_TIMECOND_", LAST),
                arguments(UploadFlag.class, "CURLULFLAG_", ALL_THERE),
                arguments(UseSsl.class, "CURLUSESSL_", LAST));
    }

    @ParameterizedTest
    @MethodSource("enums")
    <E extends Enum<E> & Constant> void constantsAreTheHeaders(Class<E> type, String prefix, Set<String> leftOut)
            throws IllegalAccessException {
        Map<String, Long> header = new TreeMap<>(Header.constants(prefix));
        assertTrue(header.keySet().containsAll(leftOut), "left out what the header does not have");
        header.keySet().removeAll(leftOut);

        Map<String, Long> java = new TreeMap<>();
        for (var field : type.getFields()) {
            if (field.getType() == type) {
                java.put(field.getName(), ((Constant) field.get(null)).number() & mask(header.get(field.getName())));
            }
        }
        header.replaceAll((name, value) -> value & mask(value));
        assertEquals(header, java);
    }

    /** "All bits" are a negative number in the header, of 32 bits in one place and of 64 in another. */
    private static long mask(Long value) {
        return value != null && value < 0 ? 0xffff_ffffL : -1;
    }

    @Test
    void ipResolve() {
        assertEquals(
                Header.constants("CURL_IPRESOLVE_"),
                new TreeMap<>(Map.of(
                        "WHATEVER", IpResolve.WHATEVER.number(),
                        "V4", IpResolve.V4.number(),
                        "V6", IpResolve.V6.number())));
    }

    @Test
    void httpVersions() {
        Map<String, Long> java = new TreeMap<>();
        for (HttpVersion version : HttpVersion.values()) {
            java.put(version.name().replaceFirst("^HTTP_", ""), version.number());
        }
        Map<String, Long> header = new TreeMap<>(Header.constants("CURL_HTTP_VERSION_"));
        assertEquals(header.remove("2_0"), HttpVersion.HTTP_2.number());
        header.remove("LAST");
        assertEquals(header, java);
    }

    @Test
    void postRedirects() {
        Map<String, Long> java = new TreeMap<>();
        for (PostRedirect redirect : PostRedirect.values()) {
            java.put(redirect.name(), redirect.number());
        }
        assertEquals(Header.constants("CURL_REDIR_"), java);
    }

    /** Frame types have the same prefix in C. */
    @Test
    void webSocketOptions() {
        Map<String, Long> header = new TreeMap<>(Header.constants("CURLWS_"));
        header.keySet().removeAll(Set.of("BINARY", "CLOSE", "CONT", "OFFSET", "PING", "PONG", "TEXT"));
        assertEquals(
                header,
                new TreeMap<>(
                        Map.of("RAW_MODE", WsOption.RAW_MODE.number(), "NOAUTOPONG", WsOption.NOAUTOPONG.number())));
        assertEquals(2, WsOption.values().length);
    }

    @Test
    void sslVersions() throws IllegalAccessException {
        Map<String, Long> header = new TreeMap<>(Header.constants("CURL_SSLVERSION_"));
        assertEquals(SslVersion.DEFAULT.number(), header.get("MAX_NONE"));
        for (var field : SslVersion.class.getFields()) {
            assertEquals(header.remove(field.getName()), ((SslVersion) field.get(null)).number(), field::getName);
        }
        for (SslVersion highest : List.of(
                SslVersion.TLSv1_0, SslVersion.TLSv1_1, SslVersion.TLSv1_2, SslVersion.TLSv1_3, SslVersion.DEFAULT)) {
            String name = highest == SslVersion.DEFAULT ? "MAX_DEFAULT" : "MAX_TLSv1_" + (highest.number() - 4);
            assertEquals(header.remove(name), SslVersion.DEFAULT.upTo(highest).number(), name);
        }
        header.keySet().removeAll(Set.of("LAST", "MAX_LAST", "MAX_NONE"));
        assertEquals(Map.of(), header);
    }

    @Test
    void sslVersionRangesThatMakeNoSenseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> SslVersion.TLSv1_2.upTo(SslVersion.TLSv1_1));
        assertThrows(IllegalArgumentException.class, () -> SslVersion.TLSv1_2.upTo(SslVersion.TLSv1));
        assertThrows(IllegalArgumentException.class, () -> SslVersion.TLSv1_2.upTo(SslVersion.SSLv3));
        assertThrows(IllegalStateException.class, () -> SslVersion.SSLv3.upTo(SslVersion.TLSv1_2));
        SslVersion range = SslVersion.TLSv1_2.upTo(SslVersion.TLSv1_3);
        assertEquals(6 | 7 << 16, range.number());
        assertThrows(IllegalStateException.class, () -> range.upTo(SslVersion.TLSv1_3));
    }

    @Test
    void everyValueEnumIsChecked() {
        Set<Class<?>> checked = new HashSet<>(
                Set.of(IpResolve.class, HttpVersion.class, PostRedirect.class, WsOption.class, SslVersion.class));
        enums().forEach(line -> checked.add((Class<?>) line.get()[0]));
        Set<String> unchecked = new HashSet<>();
        List<Class<?>> tables = List.of(Option.class, MultiOption.class, ShareOption.class, Info.class);
        tables.stream()
                .flatMap(table -> Arrays.stream(table.getFields()))
                .forEach(field -> collect(field.getGenericType(), unchecked));
        checked.forEach(type -> unchecked.remove(type.getName()));
        assertEquals(Set.of(), unchecked);
    }

    /** Gathers the constants' classes in a type such as {@code Option<Set<Auth>>}. */
    private static void collect(Type type, Set<String> names) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, names));
        } else if (type instanceof Class<?> plain && Constant.class.isAssignableFrom(plain)) {
            names.add(plain.getName());
        }
    }

    /** What one bit would be in C is one bit here, so that {@code get} can take sets apart. */
    @Test
    void combinedConstantsAreNamedSo() {
        assertEquals(
                EnumSet.of(Auth.NONE, Auth.ANY, Auth.ANYSAFE),
                EnumSet.copyOf(Arrays.stream(Auth.values())
                        .filter(auth -> Long.bitCount(auth.number()) != 1)
                        .toList()));
        assertThrows(IllegalArgumentException.class, () -> Auth.valueOf("GSSNEGOTIATE"));
    }
}
