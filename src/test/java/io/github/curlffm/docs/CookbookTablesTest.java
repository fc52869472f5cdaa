package io.github.curlffm.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Curl;
import io.github.curlffm.Easy;
import io.github.curlffm.EventLoop;
import io.github.curlffm.Multi;
import io.github.curlffm.Sockets;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.MultiOption;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Needs;
import java.lang.reflect.Member;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of the cookbook: what they name is there, and each flag of the curl command is named. */
class CookbookTablesTest {

    private static final String CURL = "From a curl command line";
    private static final Readme COOKBOOK = Readme.read("COOKBOOK.md");
    private static final Pattern FLAG = Pattern.compile("--[a-z0-9][\\w.-]*");

    /** The columns that name things of curl-ffm. */
    private static Stream<String> named() {
        return Stream.of(CURL, "From PycURL", "From java.net.http or OkHttp")
                .flatMap(heading -> COOKBOOK.table(heading).stream())
                .flatMap(row -> Readme.code(row.getLast()).stream());
    }

    @Test
    void eachFlagOfTheInstalledCurlIsNamed() throws Exception {
        Needs.program("curl");
        Process curl = new ProcessBuilder("curl", "--help", "all").start();
        Set<String> flags = new String(curl.getInputStream().readAllBytes())
                .lines()
                .map(line -> Pattern.compile("^ *(-., +)?(--\\S+)").matcher(line))
                .filter(line -> line.find())
                .map(line -> line.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(flags.size() > 200, flags::toString);
        FLAG.matcher(COOKBOOK.section(CURL)).results().map(MatchResult::group).forEach(flags::remove);
        assertEquals(Set.of(), flags);
    }

    @Test
    void noFlagIsNamedTwice() {
        List<String> flags = COOKBOOK.table(CURL).stream()
                .flatMap(row -> FLAG.matcher(row.getFirst()).results().map(MatchResult::group))
                .toList();
        assertTrue(flags.size() > 200, flags::toString);
        assertEquals(Set.copyOf(flags).size(), flags.size());
    }

    @Test
    void eachOptionExists() {
        Set<String> keys = Stream.of(Option.class, Info.class, MultiOption.class)
                .flatMap(table -> Arrays.stream(table.getFields()))
                .map(Member::getName)
                .collect(Collectors.toSet());
        Set<String> unknown = named().flatMap(code -> Pattern.compile("(?<![\\w.])[A-Z][A-Z0-9_]{2,}\\b")
                        .matcher(code)
                        .results()
                        .map(MatchResult::group))
                .filter(name -> !keys.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        unknown.removeAll(Set.of("OPT", "_BLOB"));
        assertEquals(Set.of(), unknown);
    }

    @Test
    void eachConstantExists() throws Exception {
        int count = 0;
        for (String code : named().toList()) {
            for (MatchResult match : Pattern.compile("\\b([A-Z]\\w+)\\.([A-Z][A-Z0-9_]+)\\b")
                    .matcher(code)
                    .results()
                    .toList()) {
                Class<?> type = Class.forName("io.github.curlffm.option." + match.group(1));
                assertEquals(match.group(2), type.getField(match.group(2)).getName());
                count++;
            }
        }
        assertTrue(count > 30, "" + count);
    }

    @Test
    void eachMethodExists() {
        Set<String> methods = Stream.of(
                        Easy.class, Multi.class, EventLoop.class, Curl.class, Sockets.class, WriteCallback.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .map(Member::getName)
                .collect(Collectors.toSet());
        methods.addAll(Set.of("createDirectories", "setPosixFilePermissions", "of", "ofSeconds", "cancel"));
        Set<String> unknown = named().flatMap(code -> Pattern.compile("(?<!new )\\b([a-z]\\w+)\\(")
                        .matcher(code)
                        .results()
                        .map(match -> match.group(1)))
                .filter(name ->
                        !methods.contains(name) && !Set.of("catch", "code").contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unknown);
    }
}
