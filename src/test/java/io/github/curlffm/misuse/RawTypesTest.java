package io.github.curlffm.misuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlOptionException;
import io.github.curlffm.internal.key.Family;
import io.github.curlffm.internal.key.Kind;
import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.option.HttpVersion;
import io.github.curlffm.option.Key;
import io.github.curlffm.option.LockData;
import io.github.curlffm.option.MultiOption;
import io.github.curlffm.option.Option;
import io.github.curlffm.option.ShareOption;
import io.github.curlffm.testing.Keys;
import io.github.curlffm.testing.Options;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Values of other types than the option's, as raw types, reflection and languages with casts make them. */
class RawTypesTest {

    /** One of each class that some option takes, and others. */
    private static List<Object> values(World world) {
        return List.of(
                1L,
                1,
                true,
                "text",
                new byte[1],
                List.of(1),
                List.of("text"),
                Set.of("text"),
                Set.of(HttpVersion.NONE),
                HttpVersion.NONE,
                LockData.COOKIE,
                Path.of("file"),
                world.spare,
                world.multi,
                world.share,
                world.mime,
                world.url,
                (Runnable) () -> {});
    }

    private interface Setter {
        void set(Object value);
    }

    private static void check(List<String> wrong, OptionRow row, Object sensible, Object value, Setter setter) {
        if (row.kind() == Kind.OBJECT
                || isLike(sensible, value)
                || row.kind() == Kind.MASK && value instanceof Set<?> set && set.isEmpty()) {
            return;
        }
        try {
            setter.set(value);
            wrong.add(row + " takes " + value);
        } catch (CurlOptionException refused) {
            if (!refused.getMessage().matches(row + " takes a value of the type .*, not of .*")) {
                wrong.add(row + " " + value + ": " + refused.getMessage());
            }
        } catch (RuntimeException e) {
            wrong.add(row + " " + value + ": " + e);
        }
    }

    private static boolean isLike(Object sensible, Object value) {
        if (sensible instanceof List<?> list && value instanceof List<?> other) {
            return isLike(list.getFirst(), other.getFirst());
        }
        if (sensible instanceof Set<?> set && value instanceof Set<?> other) {
            return isLike(set.iterator().next(), other.iterator().next());
        }
        return sensible.getClass() == value.getClass()
                || sensible instanceof Path && value instanceof Path
                || sensible instanceof List && value instanceof List && !(value instanceof Set);
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void areRefusedBeforeLibcurlSeesThem() throws Exception {
        List<String> wrong = new ArrayList<>();
        try (World world = new World("http://127.0.0.1/")) {
            for (Option<?> option : Options.all()) {
                Object sensible = switch (option.name()) {
                    case "SHARE" -> world.share;
                    case "MIMEPOST" -> world.mime;
                    case "CURLU" -> world.url;
                    case "STREAM_DEPENDS", "STREAM_DEPENDS_E" -> world.spare;
                    default -> Options.sensible(option, Path.of("."));
                };
                for (Object value : values(world)) {
                    check(wrong, Keys.row(option), sensible, value, bad -> world.easy.set((Option) option, bad));
                }
            }
            for (Key option : Keys.<Key>of(MultiOption.class)) {
                OptionRow row = (OptionRow) Keys.row(MultiOption.class, option);
                for (Object value : List.of("text", world.spare, 1, Set.of("text"), (Runnable) () -> {})) {
                    check(wrong, row, new Object(), value, bad -> world.multi.set((MultiOption) option, bad));
                }
            }
            for (Key option : Keys.<Key>of(ShareOption.class)) {
                OptionRow row = (OptionRow) Keys.row(ShareOption.class, option);
                for (Object value : List.of("text", world.spare, 1L, HttpVersion.NONE, (Runnable) () -> {})) {
                    check(wrong, row, new Object(), value, bad -> world.share.set((ShareOption) option, bad));
                }
                assertEquals(Family.SHARE, row.family());
            }
        }
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
    }
}
