package io.github.curlffm.testing;

import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;
import io.github.curlffm.option.SslVersion;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every option, with a value that makes sense for it. */
public final class Options {

    /** Options whose value is not just any string. */
    private static final Map<String, String> STRINGS = Map.ofEntries(
            Map.entry("ACCEPT_ENCODING", "gzip"),
            Map.entry("AWS_SIGV4", "aws:amz"),
            Map.entry("COOKIELIST", "FLUSH"),
            Map.entry("DNS_LOCAL_IP4", "127.0.0.1"),
            Map.entry("DNS_LOCAL_IP6", "::1"),
            Map.entry("DNS_SERVERS", "127.0.0.1"),
            Map.entry("DOH_URL", "https://127.0.0.1/"),
            Map.entry("ECH", "grease"),
            Map.entry("HAPROXY_CLIENT_IP", "127.0.0.1"),
            Map.entry("PROTOCOLS_STR", "http,https"),
            Map.entry("PROXY_TLSAUTH_TYPE", "SRP"),
            Map.entry("REDIR_PROTOCOLS_STR", "http"),
            Map.entry("TLSAUTH_TYPE", "SRP"));

    /** Options whose string is a file that libcurl reads at once or writes in the end. */
    private static final Set<String> FILES = Set.of("ALTSVC", "COOKIEFILE", "COOKIEJAR", "HSTS");

    private Options() {}

    /** {@return all constants of {@link Option}} */
    public static List<Option<?>> all() {
        return Keys.of(Option.class);
    }

    /** Sets an option to a value whose type only its kind knows. */
    @SuppressWarnings("unchecked")
    public static void set(Easy easy, Option<?> option, Object value) {
        easy.set((Option<Object>) option, value);
    }

    /**
     * {@return a value that makes sense, and that libcurl can take; null for handles, which have tests of their own}
     *
     * @param folder where files may lie
     */
    public static Object sensible(Option<?> option, Path folder) {
        return switch (Keys.kind(option)) {
            case LONG, OFF_T -> 1L;
            case FLAG, VERIFYHOST -> true;
            case VALUE -> constant(type(option));
            case MASK -> Set.of(constant(((ParameterizedType) type(option)).getActualTypeArguments()[0]));
            case STRING ->
                FILES.contains(option.name())
                        ? folder.resolve(option.name()).toString()
                        : STRINGS.getOrDefault(option.name(), "1");
            case SLIST -> List.of("example.com:80:127.0.0.1");
            case BLOB, POSTFIELDS -> new byte[] {1, 0, 2};
            case FUNCTION -> neverCalled((Class<?>) type(option));
            case FILE -> folder.resolve(option.name());
            case OBJECT -> new Object();
            case HANDLE -> null;
        };
    }

    private static Type type(Option<?> option) {
        return Keys.valueType(Option.class, option.name());
    }

    private static Object constant(Type type) {
        if (type == SslVersion.class) {
            return SslVersion.TLSv1_2;
        }
        Object[] constants = ((Class<?>) type).getEnumConstants();
        return constants[Math.min(1, constants.length - 1)];
    }

    private static Object neverCalled(Class<?> callback) {
        return Proxy.newProxyInstance(
                Options.class.getClassLoader(), new Class<?>[] {callback}, (proxy, method, args) -> {
                    throw new AssertionError(method + " was called");
                });
    }
}
