package io.github.curlffm.misuse;

import io.github.curlffm.EventLoop;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.LockData;
import io.github.curlffm.option.MultiOption;
import io.github.curlffm.option.Option;
import io.github.curlffm.option.ShareOption;
import io.github.curlffm.testing.TestCertificates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/** Arguments by the type of the parameter: some that make sense, and some that nobody expects. */
final class Arguments {

    static final String NUL = "with NUL";
    static final String BREAK = "with CRLF";
    static final String HUGE = "huge";

    /** Made once, since it takes its time. */
    static final class Huge {
        static final String STRING = "x".repeat(100_000_000);
        static final byte[] BYTES = new byte[100_000_000];
        static final List<String> LIST = Collections.nCopies(200_000, "X-Header: value");

        private Huge() {}
    }

    /** What one string is not enough for. */
    private static final Map<String, Object> BY_CALL = Map.ofEntries(
            Map.entry("Curl.parseDate(String)", "Sun, 06 Nov 1994 08:49:37 GMT"),
            Map.entry("CurlUrl.parse(String,CurlUrl.Flag[])", "http://127.0.0.1/"),
            Map.entry("Easy.get(Info,Class)", Info.PRIVATE),
            Map.entry("Info.string(String,int)", 0x100000 + 9999),
            Map.entry("Info.number(String,int)", 0x200000 + 9999),
            Map.entry("Info.real(String,int)", 0x300000 + 9999),
            Map.entry("Info.slist(String,int)", 0x400000 + 9999),
            Map.entry("Info.offset(String,int)", 0x600000 + 9999),
            Map.entry("Easy.set(Option,Duration)", Option.TIMEOUT_MS),
            Map.entry("Easy.set(Option,Follow)", Option.FOLLOWLOCATION),
            Map.entry("Easy.set(Option,Map)", Option.HTTPHEADER),
            Map.entry("Easy.set(Option,URI)", Option.REFERER));

    private static final Map<String, Integer> NUMBERS = Map.of(
            "ShareOption.number(String,int)", 99,
            "Option.string(String,int)", 19_999,
            "Option.slist(String,int)", 19_999,
            "Option.offset(String,int)", 39_999,
            "MultiOption.offset(String,int)", 39_999,
            "Option.blob(String,int)", 49_999,
            "WebSocket.close(int,String)", 1000);

    /** Open as long as the JVM. */
    private static final class Opened {
        static final FileChannel FILE;
        static final KeyStore KEYS;

        static {
            try {
                FILE = FileChannel.open(Path.of(System.getProperty("java.home"), "release"));
                KEYS = new TestCertificates("127.0.0.1").keyStore(new char[0]);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Opened() {}
    }

    private Arguments() {}

    /** {@return arguments that make sense together} */
    static Object[] sensible(World world, Api.Call call) {
        Executable executable = call.executable();
        Type[] types = executable.getGenericParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = sensible(world, call, i);
        }
        return arguments;
    }

    private static Object sensible(World world, Api.Call call, int index) {
        Type type = call.executable().getGenericParameterTypes()[index];
        Class<?> raw = call.executable().getParameterTypes()[index];
        Object special = BY_CALL.get(call.name());
        if (special != null && raw.isInstance(special)) {
            return special;
        }
        if (raw == int.class) {
            return special instanceof Integer number ? number : NUMBERS.getOrDefault(call.name(), 5);
        }
        if (type instanceof TypeVariable) {
            Class<?> key = call.executable().getParameterTypes()[0];
            return key == Option.class
                    ? "text"
                    : key == MultiOption.class ? (Object) 5L : key == long.class ? (Object) true : LockData.DNS;
        }
        return type instanceof ParameterizedType parameterized ? generic(parameterized) : plain(world, raw);
    }

    private static Object generic(ParameterizedType type) {
        Type argument = type.getActualTypeArguments()[0];
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == Option.class) {
            return optionOf(argument);
        } else if (raw == MultiOption.class) {
            return MultiOption.MAXCONNECTS;
        } else if (raw == ShareOption.class) {
            return argument instanceof TypeVariable ? ShareOption.SHARE : ShareOption.LOCKFUNC;
        } else if (raw == Info.class) {
            return Info.RESPONSE_CODE;
        } else if (raw == Collection.class) {
            return List.of(LockData.DNS);
        } else if (raw == List.class) {
            return List.of("X-Header: value");
        } else if (raw == Set.class) {
            return Set.of(argument == String.class ? "text" : ((Class<?>) argument).getEnumConstants()[0]);
        } else if (raw == Class.class) {
            return LockData.class;
        }
        if (raw == SocketOption.class) {
            return StandardSocketOptions.SO_KEEPALIVE;
        }
        if (raw == Map.class) {
            return Map.of("X-Header", "value");
        }
        if (raw == EventLoop.Action.class) {
            return (EventLoop.Action<?>) easy -> null;
        }
        throw new AssertionError("no argument of type " + type + ": add one");
    }

    @SuppressWarnings("deprecation")
    private static Option<?> optionOf(Type value) {
        return switch (value.getTypeName().replaceFirst(".*\\.", "")) {
            case "Long" -> Option.MAXREDIRS;
            case "String" -> Option.NETRC_FILE;
            case "byte[]" -> Option.ISSUERCERT_BLOB;
            case "WriteCallback" -> Option.HEADERFUNCTION;
            case "XferInfoCallback" -> Option.XFERINFOFUNCTION;
            case "ProgressCallback" -> Option.PROGRESSFUNCTION;
            default -> Option.USERAGENT;
        };
    }

    private static Object plain(World world, Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isArray()) {
            return type == byte[].class ? new byte[] {1, 2, 3} : Array.newInstance(type.getComponentType(), 0);
        }
        if (type.isRecord()) {
            return made(world, type);
        }
        return switch (type.getSimpleName()) {
            case "String" -> "text";
            case "long" -> 5L;
            case "boolean" -> true;
            case "Object" -> new Object();
            case "Duration" -> Duration.ZERO;
            case "Instant" -> Instant.EPOCH;
            case "ByteBuffer" -> ByteBuffer.allocate(4);
            case "Path" -> Path.of(System.getProperty("java.home"), "release");
            case "Charset" -> StandardCharsets.ISO_8859_1;
            case "URI" -> URI.create("http://127.0.0.1/");
            case "Easy" -> world.spare;
            case "Mime" -> world.spareMime;
            case "MemorySegment" -> MemorySegment.NULL;
            case "InputStream" -> new ByteArrayInputStream(new byte[4]);
            case "OutputStream" -> OutputStream.nullOutputStream();
            case "ReadableByteChannel" -> Channels.newChannel(InputStream.nullInputStream());
            case "WritableByteChannel" -> Channels.newChannel(OutputStream.nullOutputStream());
            case "SocketAddress" -> new InetSocketAddress("127.0.0.1", 1);
            case "Executor" -> (Executor) Runnable::run;
            case "FileChannel" -> Opened.FILE;
            case "KeyStore" -> Opened.KEYS;
            case "CurlException" -> null;
            default -> {
                if (!type.isInterface()) {
                    throw new AssertionError("no argument of type " + type + ": add one");
                }
                yield Lambdas.doing(type, () -> {});
            }
        };
    }

    /** {@return a new object, by the first public constructor} */
    static Object made(World world, Class<?> type) {
        try {
            Api.Call constructor = Api.of(type).stream()
                    .filter(Api.Call::isConstructor)
                    .findFirst()
                    .orElseThrow();
            return constructor.on(null, sensible(world, constructor));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** {@return what can be null of the parameters, with a name each} */
    static Map<String, Integer> nullable(Api.Call call) {
        Map<String, Integer> nullable = new LinkedHashMap<>();
        Class<?>[] types = call.executable().getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            if (!types[i].isPrimitive()) {
                nullable.put("null for " + (i + 1), i);
            }
        }
        return nullable;
    }

    /** {@return extreme values for a parameter, by name} */
    static Map<String, Object> extremes(Api.Call call, int index) {
        Class<?> raw = call.executable().getParameterTypes()[index];
        Map<String, Object> extremes = new LinkedHashMap<>();
        if (raw == long.class) {
            extremes.put("MIN", Long.MIN_VALUE);
            extremes.put("-1", -1L);
            extremes.put("0", 0L);
            extremes.put("MAX", Long.MAX_VALUE);
        } else if (raw == int.class) {
            extremes.put("MIN", Integer.MIN_VALUE);
            extremes.put("-1", -1);
            extremes.put("0", 0);
            extremes.put("MAX", Integer.MAX_VALUE);
        } else if (raw == String.class) {
            strings(extremes);
        } else if (raw == byte[].class) {
            extremes.put("empty", new byte[0]);
            extremes.put(HUGE, Huge.BYTES);
        } else if (raw == ByteBuffer.class) {
            extremes.put("empty", ByteBuffer.allocate(0));
            extremes.put("read only", ByteBuffer.allocate(4).asReadOnlyBuffer());
            extremes.put(HUGE, ByteBuffer.allocateDirect(100_000_000));
        } else if (raw == Duration.class) {
            extremes.put("MIN", Duration.ofSeconds(Long.MIN_VALUE));
            extremes.put("-1", Duration.ofNanos(-1));
            extremes.put("MAX", Duration.ofSeconds(Long.MAX_VALUE, 999_999_999));
        } else if (raw == List.class) {
            lists(extremes);
        } else if (raw == Set.class) {
            sets(extremes, call.executable().getGenericParameterTypes()[index]);
        } else if (raw.isArray()) {
            extremes.put("with null", Array.newInstance(raw.getComponentType(), 1));
            extremes.put("all", raw.getComponentType().getEnumConstants());
            extremes.values().remove(null);
        }
        return extremes;
    }

    static void strings(Map<String, Object> extremes) {
        extremes.put("empty", "");
        extremes.put(NUL, "text\0more");
        extremes.put(BREAK, "text\r\nmore");
        extremes.put("unpaired surrogates", "\ud800x\udc00");
        extremes.put(HUGE, Huge.STRING);
    }

    static void lists(Map<String, Object> extremes) {
        extremes.put("empty", List.of());
        extremes.put("with null", Collections.singletonList(null));
        extremes.put(NUL, List.of("X-Header: text\0more"));
        extremes.put(BREAK, List.of("X-Header: text\r\nmore"));
        extremes.put("unpaired surrogates", List.of("\ud800x\udc00"));
        extremes.put("huge string", List.of(Huge.STRING));
        extremes.put(HUGE, Huge.LIST);
    }

    static void sets(Map<String, Object> extremes, Type type) {
        Set<Object> withNull = new HashSet<>();
        withNull.add(null);
        extremes.put("empty", Set.of());
        extremes.put("with null", withNull);
        if (type instanceof ParameterizedType parameterized
                && parameterized.getActualTypeArguments()[0] instanceof Class<?> constants
                && constants.isEnum()) {
            extremes.put("all", Set.of(constants.getEnumConstants()));
        }
    }
}
