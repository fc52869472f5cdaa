package io.github.curlffm.soak;

import static io.github.curlffm.option.Option.*;

import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.ChunkBgnCallback;
import io.github.curlffm.callback.CloseSocketCallback;
import io.github.curlffm.callback.FnmatchCallback;
import io.github.curlffm.callback.HstsEntry;
import io.github.curlffm.callback.HstsReadCallback;
import io.github.curlffm.callback.HstsWriteCallback;
import io.github.curlffm.callback.IoctlCallback;
import io.github.curlffm.callback.OpenSocketCallback;
import io.github.curlffm.callback.PrereqCallback;
import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.ResolverStartCallback;
import io.github.curlffm.callback.SeekCallback;
import io.github.curlffm.callback.SockoptCallback;
import io.github.curlffm.callback.SshHostKeyCallback;
import io.github.curlffm.callback.SshKeyCallback;
import io.github.curlffm.callback.TrailerCallback;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.callback.XferInfoCallback;
import io.github.curlffm.option.Option;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A lambda of every kind that an easy handle has, each doing a {@link Deed}. */
final class EasyLambdas {

    /** An option and its lambda. */
    record Lambda<C>(Option<C> option, Function<Deed, C> of) {
        void set(Easy easy, Deed deed) {
            easy.set(option, of.apply(deed));
            if (option == DEBUGFUNCTION) {
                easy.set(VERBOSE, true);
            }
        }
    }

    private static final List<Long> ODD_COUNTS = List.of(0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE, WriteCallback.ERROR);
    private static final List<Integer> ODD_READS =
            List.of(0, -1, -2, Integer.MIN_VALUE, Integer.MAX_VALUE, ReadCallback.ABORT);
    private static final List<Integer> ODD_NUMBERS = List.of(1, -1, Integer.MIN_VALUE, XferInfoCallback.DRAW_METER);

    static final List<Lambda<?>> ALL = List.of(
            new Lambda<>(WRITEFUNCTION, EasyLambdas::write),
            new Lambda<>(
                    WRITEFUNCTION,
                    deed -> WriteCallback.view(
                            data -> deed.answer((long) data.remaining(), WriteCallback.PAUSE, ODD_COUNTS))),
            new Lambda<>(HEADERFUNCTION, EasyLambdas::write),
            new Lambda<>(INTERLEAVEFUNCTION, EasyLambdas::write),
            new Lambda<>(READFUNCTION, EasyLambdas::read),
            new Lambda<>(READFUNCTION, deed -> {
                int[] calls = {0};
                return ReadCallback.view(
                        buffer -> deed.answer(calls[0]++ > 2 ? -1 : buffer.limit(), ReadCallback.PAUSE, ODD_READS));
            }),
            new Lambda<>(SEEKFUNCTION, EasyLambdas::seek),
            new Lambda<>(
                    IOCTLFUNCTION,
                    deed -> command -> deed.answer(IoctlCallback.Result.OK, orNull(IoctlCallback.Result.values()))),
            new Lambda<>(XFERINFOFUNCTION, deed -> (dlTotal, dlNow, ulTotal, ulNow) -> deed.answer(0, ODD_NUMBERS)),
            new Lambda<>(PROGRESSFUNCTION, deed -> (dlTotal, dlNow, ulTotal, ulNow) -> deed.answer(0, ODD_NUMBERS)),
            new Lambda<>(DEBUGFUNCTION, deed -> (type, data) -> deed.happen()),
            new Lambda<>(
                    SOCKOPTFUNCTION,
                    deed -> (socket, purpose) ->
                            deed.answer(SockoptCallback.Result.OK, orNull(SockoptCallback.Result.values()))),
            new Lambda<>(OPENSOCKETFUNCTION, EasyLambdas::openSocket),
            new Lambda<>(
                    CLOSESOCKETFUNCTION,
                    deed -> socket -> deed.answer(CloseSocketCallback.Result.CLOSE, Arrays.asList(null, null))),
            new Lambda<>(
                    SSL_CTX_FUNCTION,
                    deed -> context -> deed.answer(CurlCode.OK, orNull(CurlCode.UNKNOWN, CurlCode.OUT_OF_MEMORY))),
            new Lambda<>(
                    SSH_KEYFUNCTION,
                    deed -> (known, found, match) ->
                            deed.answer(SshKeyCallback.Result.FINE, orNull(SshKeyCallback.Result.values()))),
            new Lambda<>(
                    SSH_HOSTKEYFUNCTION,
                    deed -> key ->
                            deed.answer(SshHostKeyCallback.Result.OK, orNull(SshHostKeyCallback.Result.values()))),
            new Lambda<>(
                    CHUNK_BGN_FUNCTION,
                    deed -> (file, remaining) ->
                            deed.answer(ChunkBgnCallback.Result.OK, orNull(ChunkBgnCallback.Result.values()))),
            new Lambda<>(CHUNK_END_FUNCTION, deed -> deed::happen),
            new Lambda<>(
                    FNMATCH_FUNCTION,
                    deed -> (pattern, name) ->
                            deed.answer(FnmatchCallback.Result.MATCH, orNull(FnmatchCallback.Result.values()))),
            new Lambda<>(
                    RESOLVER_START_FUNCTION,
                    deed -> resolver -> deed.answer(
                            ResolverStartCallback.Result.OK, orNull(ResolverStartCallback.Result.values()))),
            new Lambda<>(TRAILERFUNCTION, EasyLambdas::trailer),
            new Lambda<>(
                    PREREQFUNCTION,
                    deed -> connection ->
                            deed.answer(PrereqCallback.Result.OK, orNull(PrereqCallback.Result.values()))),
            new Lambda<>(HSTSREADFUNCTION, EasyLambdas::hstsRead),
            new Lambda<>(
                    HSTSWRITEFUNCTION,
                    deed -> (entry, index, total) ->
                            deed.answer(HstsWriteCallback.Result.OK, orNull(HstsWriteCallback.Result.values()))));

    private static final Set<Option<?>> CALLED = Set.of(
            WRITEFUNCTION,
            HEADERFUNCTION,
            READFUNCTION,
            XFERINFOFUNCTION,
            DEBUGFUNCTION,
            SOCKOPTFUNCTION,
            OPENSOCKETFUNCTION,
            CLOSESOCKETFUNCTION,
            PREREQFUNCTION,
            SEEKFUNCTION);

    /** Those that are called in transfers by HTTP. */
    static final List<Lambda<?>> USUAL =
            ALL.stream().filter(lambda -> CALLED.contains(lambda.option())).toList();

    private EasyLambdas() {}

    @SafeVarargs
    @SuppressWarnings("varargs") // copied at once
    private static <T> List<T> orNull(T... answers) {
        List<T> all = new ArrayList<>(List.of(answers));
        all.add(null);
        return all;
    }

    private static WriteCallback write(Deed deed) {
        return WriteCallback.counted(data -> deed.answer((long) data.length, WriteCallback.PAUSE, ODD_COUNTS));
    }

    /** {@return what gives three buffers full, and then the end} */
    static ReadCallback read(Deed deed) {
        int[] calls = {0};
        return buffer -> deed.answer(calls[0]++ > 2 ? -1 : buffer.length, ReadCallback.PAUSE, ODD_READS);
    }

    static SeekCallback seek(Deed deed) {
        return (offset, origin) -> deed.answer(SeekCallback.Result.OK, orNull(SeekCallback.Result.values()));
    }

    private static OpenSocketCallback openSocket(Deed deed) {
        return (purpose, address) -> deed.answer(
                OpenSocketCallback.Result.open(),
                orNull(
                        OpenSocketCallback.Result.refuse(),
                        OpenSocketCallback.Result.use(-5),
                        OpenSocketCallback.Result.use(1L << 40),
                        OpenSocketCallback.Result.open(new InetSocketAddress("127.0.0.1", 1))));
    }

    private static TrailerCallback trailer(Deed deed) {
        return () -> deed.answer(
                List.of("T: 1"), orNull(TrailerCallback.ABORT, List.of(), List.of("A\r\nB: c"), List.of("no colon")));
    }

    private static HstsReadCallback hstsRead(Deed deed) {
        int[] calls = {0};
        return () -> deed.answer(
                calls[0]++ > 0 ? null : new HstsEntry("a.test", true, Instant.ofEpochSecond(4_000_000_000L)),
                orNull(
                        HstsReadCallback.FAIL,
                        new HstsEntry("", false, null),
                        new HstsEntry("x".repeat(300), false, null),
                        new HstsEntry("b.test", false, Instant.MAX)));
    }
}
