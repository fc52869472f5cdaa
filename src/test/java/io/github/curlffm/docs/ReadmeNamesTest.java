package io.github.curlffm.docs;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Curl;
import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.WebSocket;
import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.option.Auth;
import io.github.curlffm.option.HttpVersion;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.Key;
import io.github.curlffm.option.MultiOption;
import io.github.curlffm.option.Option;
import io.github.curlffm.option.ShareOption;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README and its neighbours name is there: files, scripts, versions, options, methods. */
class ReadmeNamesTest {

    private static final Readme README = Readme.read("README.md");
    private static final Readme COOKBOOK = Readme.read("COOKBOOK.md");
    private static final String NOT_BOUND = "What is not bound, and why";
    private static final Set<String> OTHER_COMMANDS = Set.of("mvn", "bash");
    private static final Map<String, Class<?>> TYPES = Stream.of(
                    Curl.class,
                    Easy.class,
                    Option.class,
                    Info.class,
                    Auth.class,
                    HttpVersion.class,
                    Multi.class,
                    ReadCallback.class,
                    WebSocket.class,
                    WriteCallback.class)
            .collect(Collectors.toMap(Class::getSimpleName, type -> type));

    @ParameterizedTest
    @ValueSource(
            strings = {"README.md", "COOKBOOK.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "jextract-config/README.md"})
    void everyRelativeLinkLeadsSomewhere(String file) {
        Readme text = Readme.read(file);
        List<String> relative =
                text.links().stream().filter(link -> !link.contains("://")).toList();
        assertAll(relative.stream().map(link -> () -> {
            if (link.startsWith("#")) {
                assertTrue(headings(text).contains(link.substring(1)), link);
            } else {
                assertTrue(Files.exists(Path.of(file).resolveSibling(link)), link);
            }
        }));
    }

    /** {@return the headings as GitHub makes link targets of them} */
    private static List<String> headings(Readme text) {
        return text.prose()
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "")
                        .toLowerCase()
                        .replaceAll("[^\\w -]", "")
                        .replace(' ', '-'))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "CONTRIBUTING.md"})
    void everyCommandIsAScriptOrMaven(String file) {
        Readme text = Readme.read(file);
        List<String> commands = text.blocks("sh").stream()
                .flatMap(block -> block.text().lines())
                .toList();
        assertFalse(commands.isEmpty());
        assertAll(commands.stream().map(command -> () -> {
            String program = command.split(" ")[0];
            if (!OTHER_COMMANDS.contains(program)) {
                assertTrue(Files.isExecutable(Path.of(program)), command);
            }
        }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "jextract-config/README.md"})
    void everyScriptThatIsNamedExists(String file) throws IOException {
        String text = Files.readString(Path.of(file));
        List<String> scripts = Pattern.compile("\\bscripts/[\\w-]+(\\.\\w+)?|\\.ci/\\w+")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
        assertFalse(scripts.isEmpty());
        assertAll(scripts.stream().map(script -> () -> assertTrue(Files.isRegularFile(Path.of(script)), script)));
    }

    @Test
    void theCoordinatesAreThoseOfThePom() throws IOException {
        String pom = Files.readString(Path.of("pom.xml")).replaceAll("\\s+", "");
        String dependency = README.blocks("xml").getFirst().text().replaceAll("\\s+|</?dependency>", "");
        assertTrue(pom.contains(dependency), dependency);
    }

    @Test
    void theVersionOfTheHeadersIsTheRecordedOne() throws IOException {
        String version =
                Files.readString(Path.of("jextract-config/curl-version")).strip();
        for (String file : List.of("README.md", "CHANGELOG.md")) {
            assertTrue(Files.readString(Path.of(file)).contains("headers of libcurl " + version), file);
        }
    }

    @Test
    void whatIsInTwoTablesIsOneConstant() {
        assertTrue(README.prose().contains("`get(CERTINFO)`"), "the paragraph that says so");
        Set<String> both = new TreeSet<>(names(Option.class));
        both.retainAll(names(Info.class));
        assertTrue(both.contains("CERTINFO"), both::toString);
    }

    private static Set<String> names(Class<?> keys) {
        return Arrays.stream(keys.getFields()).map(Field::getName).collect(Collectors.toSet());
    }

    @Test
    void everyOptionThatIsNamedExists() {
        String words = (README.prose() + COOKBOOK.prose())
                .replace(COOKBOOK.section(NOT_BOUND), "")
                .replaceAll("(?m)^\\|.*$", "");
        Set<String> known = new TreeSet<>(names(Option.class));
        known.addAll(names(MultiOption.class));
        known.addAll(names(ShareOption.class));
        known.addAll(names(Info.class));
        known.addAll(Set.of("CURLFFM_LIBRARY", "JAVA_HOME", "SSLKEYLOGFILE", "URI"));
        known.addAll(Arrays.stream(CurlCode.values()).map(Enum::name).toList());
        List<String> named = Readme.code(words).stream()
                .filter(span -> span.matches("[A-Z][A-Z0-9_]+[A-Z0-9]"))
                .toList();
        assertTrue(named.size() > 20, named::toString);
        assertAll(named.stream().map(name -> () -> assertTrue(known.contains(name), name)));
    }

    @Test
    void whatOlderLibcurlsLackCameWithTheVersionThatIsNamed() throws ReflectiveOperationException {
        int checked = 0;
        for (List<String> row : COOKBOOK.table("Versions of libcurl")) {
            String lacking = row.get(1).replaceAll("[;:].*", "");
            for (String name : Readme.code(lacking)) {
                for (Class<?> keys : List.of(Option.class, MultiOption.class)) {
                    if (names(keys).contains(name) && !name.equals("PUSHFUNCTION")) {
                        assertEquals(row.getFirst(), ((Key) keys.getField(name).get(null)).since(), name);
                        checked++;
                    }
                }
            }
        }
        assertTrue(checked >= 8, "options that were checked: " + checked);
    }

    @Test
    void whatIsNotBoundIsNoOption() {
        List<String> named = Readme.code(COOKBOOK.section(NOT_BOUND)).stream()
                .filter(span -> span.matches("[A-Z_]+") && !span.equals("ACCEPT_ENCODING"))
                .toList();
        assertEquals(8, named.size(), named::toString);
        assertAll(named.stream()
                .map(name -> () -> assertFalse(names(Option.class).contains(name), name)));
    }

    @Test
    void everyMemberThatIsNamedExists() {
        List<MatchResult> members = Pattern.compile("(\\w+)\\.(\\w+)")
                .matcher(String.join("\n", Readme.code(README.prose() + COOKBOOK.section("Versions of libcurl"))))
                .results()
                .filter(member -> TYPES.containsKey(member.group(1)))
                .toList();
        assertTrue(members.size() > 10, members::toString);
        assertAll(members.stream().map(member -> () -> {
            Class<?> type = TYPES.get(member.group(1));
            Stream<Member> all = Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getFields()));
            assertTrue(all.anyMatch(one -> one.getName().equals(member.group(2))), member::group);
        }));
    }
}
