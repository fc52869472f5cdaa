package io.github.curlffm.misuse;

import static io.github.curlffm.option.Option.TIMEOUT_MS;

import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.internal.key.Kind;
import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.MultiOption;
import io.github.curlffm.option.Option;
import io.github.curlffm.option.ShareOption;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Keys;
import io.github.curlffm.testing.Options;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every option set to the most extreme values of its kind, and a transfer with those that are taken. */
@Tag("slow")
class OptionValuesTest {

    /** One more than libcurl takes. */
    private static final String TOO_LONG = "x".repeat(8_000_001);

    private static final String NULL = "null";
    private static final String WITH_NULL = "with null";
    private static final long PATIENCE_MS = 500;

    /** Those that libcurl looks up as names of hosts. */
    private static final Set<String> HOSTS = Set.of("PROXY", "PRE_PROXY", "INTERFACE", "URL", "FTPPORT", "DOH_URL");

    public static void main(String[] arguments) {
        try (Cells cells = new Cells();
                HttpPeer peer = HttpPeer.answering("body")) {
            for (Option<?> option : Options.all()) {
                values(Keys.kind(option), Keys.valueType(Option.class, option.name()))
                        .forEach((name, value) -> cells.cell(option + " " + name, () -> {
                            try (World world = new World(peer.url("/"))) {
                                Options.set(world.easy, option, value);
                                if (!HOSTS.contains(option.name())) {
                                    perform(world.easy, option);
                                }
                                world.easy.unset(option);
                            }
                        }));
                cells.cell(option + " unset", () -> {
                    try (World world = new World(peer.url("/"))) {
                        perform(world.easy.unset(option).unset(option), option);
                    }
                });
            }
            infos(cells, peer.url("/"));
            ofMultiAndShare(cells);
        }
    }

    /** Fails, or not; but it ends, and the JVM lives. */
    private static void perform(Easy easy, Option<?> option) {
        if (option != Option.TIMEOUT) {
            easy.set(TIMEOUT_MS, PATIENCE_MS);
        }
        try {
            easy.perform();
        } catch (CurlException failed) {
            Cells.outcomeOf(failed);
        }
    }

    /** {@return the class of an option's value} */
    static Class<?> typeOf(Option<?> option) {
        return (Class<?>) Keys.valueType(Option.class, option.name());
    }

    private static Map<String, Object> values(Kind kind, Type type) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(NULL, null);
        switch (kind) {
            case LONG, OFF_T ->
                Stream.of(Long.MIN_VALUE, Integer.MIN_VALUE - 1L, -2L, -1L, 0L, 1L << 31, 1L << 32, Long.MAX_VALUE)
                        .forEach(number -> values.put(number.toString(), number));
            case FLAG, VERIFYHOST -> {
                values.put("true", true);
                values.put("false", false);
            }
            case VALUE ->
                Arrays.stream(((Class<?>) type).getEnumConstants()).forEach(each -> values.put(each.toString(), each));
            case MASK -> Arguments.sets(values, type);
            case STRING -> {
                values.put("empty", "");
                values.put(Arguments.NUL, "text\0more");
                values.put(Arguments.BREAK, "text\nmore");
                values.put("unpaired surrogates", "\ud800x\udc00");
                values.put(Arguments.HUGE, TOO_LONG);
            }
            case SLIST -> {
                Arguments.lists(values);
                values.put("huge string", List.of(TOO_LONG));
                values.put(Arguments.HUGE, Collections.nCopies(20_000, "X-Header: value"));
            }
            case BLOB, POSTFIELDS -> {
                values.put("empty", new byte[0]);
                values.put(Arguments.HUGE, Arguments.Huge.BYTES);
            }
            case FUNCTION -> values.put("lambda", Lambdas.doing((Class<?>) type, () -> {}));
            case FILE -> {
                values.put("directory", Path.of("/"));
                values.put("nowhere", Path.of("/nowhere/file"));
                values.put("full", Path.of("/dev/full"));
            }
            case OBJECT -> values.put("object", new Object());
            case HANDLE -> {} // AfterCloseTest and CloseOrderTest
        }
        return values;
    }

    private static void infos(Cells cells, String url) {
        for (java.lang.reflect.Field field : Keys.fields(Info.class)) {
            cells.cell("CURLINFO_" + field.getName() + " before, during and after", () -> {
                Info<?> info = (Info<?>) field.get(null);
                try (World world = new World(url)) {
                    world.easy.get(info);
                    world.easy.set(Option.WRITEFUNCTION, data -> {
                        world.easy.get(info);
                    });
                    world.easy.perform();
                    world.easy.get(info);
                    world.easy.reset().get(info);
                }
            });
        }
    }

    @SuppressWarnings("unchecked")
    private static void ofMultiAndShare(Cells cells) {
        Keys.of(MultiOption.class).forEach(key -> {
            MultiOption<Object> option = (MultiOption<Object>) key;
            OptionRow row = (OptionRow) Keys.row(MultiOption.class, key);
            values(row.kind(), Keys.valueType(MultiOption.class, option.name()))
                    .forEach((name, value) -> cells.cell(row + " " + name, () -> {
                        try (World world = new World("http://127.0.0.1:1/")) {
                            world.multi.set(option, value).add(world.easy);
                            while (world.multi.perform() > 0) {
                                world.multi.poll(java.time.Duration.ofMillis(PATIENCE_MS));
                            }
                            world.multi.unset(option);
                        }
                    }));
        });
        Keys.of(ShareOption.class).forEach(key -> {
            ShareOption<Object> option = (ShareOption<Object>) key;
            OptionRow row = (OptionRow) Keys.row(ShareOption.class, key);
            values(row.kind(), Keys.valueType(ShareOption.class, option.name()))
                    .forEach((name, value) -> cells.cell(row + " " + name, () -> {
                        try (World world = new World("http://127.0.0.1:1/")) {
                            world.share.set(option, value);
                            perform(world.easy.set(Option.SHARE, world.share), Option.SHARE);
                        }
                    }));
        });
    }

    private static final Pattern DOCUMENTED = Pattern.compile("done|CurlOptionException");

    private static boolean isExpected(String cell, String outcome) {
        if (cell.endsWith(" " + NULL) || cell.endsWith(WITH_NULL)) {
            return outcome.equals("NullPointerException");
        }
        boolean refused = cell.endsWith(Arguments.NUL) || cell.endsWith(Arguments.BREAK) || isTooLong(cell);
        return refused
                ? outcome.equals("CurlOptionException")
                : DOCUMENTED.matcher(outcome).matches() || cell.startsWith("CURLMOPT_PUSHFUNCTION") && crashes(outcome);
    }

    /** A list may be as long as it likes, and so may a body; one option does nothing at all. */
    private static boolean isTooLong(String cell) {
        return STRINGS.contains(cell.replaceFirst(" .*", ""))
                && cell.endsWith(Arguments.HUGE)
                && !cell.startsWith("CURLOPT_EGDSOCKET");
    }

    private static boolean crashes(String outcome) {
        return outcome.equals("UnsupportedOperationException");
    }

    private static final Set<String> STRINGS = Options.all().stream()
            .filter(option -> Keys.kind(option) == Kind.STRING)
            .map(Option::toString)
            .collect(Collectors.toSet());

    @Test
    void haveADocumentedOutcome() throws Exception {
        Matrix.of(OptionValuesTest.class).check(1000, OptionValuesTest::isExpected);
    }
}
