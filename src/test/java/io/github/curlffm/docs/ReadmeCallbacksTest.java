package io.github.curlffm.docs;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.internal.upcall.CallbackKind;
import io.github.curlffm.option.MultiOption;
import io.github.curlffm.option.Option;
import io.github.curlffm.option.ShareOption;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cookbook's table of callbacks, against the interfaces, the codes and the tests that it names. */
class ReadmeCallbacksTest {

    private static final Readme COOKBOOK = Readme.read("COOKBOOK.md");
    private static final Path CALLBACK_TESTS = Path.of("src/test/java/io/github/curlffm/callback");

    /** A row of the callbacks' table, with the option that it is about. */
    record Row(Option<?> option, Class<?> callback, List<String> cells) {

        @Override
        public String toString() {
            return option.name();
        }

        List<String> code(int column) {
            return Readme.code(cells.get(column));
        }
    }

    static List<Row> rows() throws ReflectiveOperationException {
        List<Row> rows = new ArrayList<>();
        for (List<String> cells : COOKBOOK.table("Callbacks")) {
            Field field = Option.class.getField(cells.getFirst().replaceAll("^`(\\w+)`.*", "$1"));
            Class<?> callback = (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
            rows.add(new Row((Option<?>) field.get(null), callback, cells));
        }
        return rows;
    }

    @Test
    void everyCallbackOfAnEasyHandleHasOneRow() throws ReflectiveOperationException {
        List<CallbackKind> all = Arrays.stream(CallbackKind.values())
                .filter(kind -> CallbackKind.byFunctionId(kind.functionId()) == kind)
                .toList();
        List<CallbackKind> rows = rows().stream()
                .map(row -> CallbackKind.byFunctionId(row.option().number()))
                .sorted()
                .toList();
        assertEquals(all, rows);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowShowsTheShapeOfTheInterface(Row row) {
        Method method = Arrays.stream(row.callback().getMethods())
                .filter(candidate -> Modifier.isAbstract(candidate.getModifiers()))
                .findFirst()
                .orElseThrow();
        boolean twoForms = Arrays.stream(row.callback().getClasses())
                .anyMatch(form -> Set.of("All", "Watch").contains(form.getSimpleName()));
        String result = method.getReturnType() == void.class
                ? "…"
                : method.getReturnType().getSimpleName();
        List<String> shapes = row.code(1);
        assertEquals(
                twoForms ? List.of("…", result) : List.of(result),
                shapes.stream().map(ReadmeCallbacksTest::result).toList());
        assertAll(shapes.stream().map(shape -> () -> assertEquals(method.getParameterCount(), arity(shape), shape)));
    }

    private static String result(String shape) {
        return shape.substring(shape.indexOf(" -> ") + 4);
    }

    private static int arity(String shape) {
        String parameters = shape.substring(0, shape.indexOf(" -> ")).replaceAll("[()]", "");
        return parameters.isEmpty() ? 0 : parameters.split(", ").length;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyConstantOfARowExists(Row row) {
        Set<String> known = Stream.concat(
                        Stream.of(row.callback()), Arrays.stream(row.callback().getClasses()))
                .flatMap(type -> Stream.concat(
                        Arrays.stream(type.getFields()).map(Field::getName),
                        Arrays.stream(type.getMethods()).map(method -> method.getName() + "()")))
                .collect(Collectors.toSet());
        List<String> named = Stream.concat(row.code(2).stream(), row.code(3).stream())
                .filter(name -> !name.contains("."))
                .toList();
        assertTrue(known.containsAll(named), () -> named + " are not all in " + known);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyCodeOfARowHasItsNumber(Row row) {
        Pattern code = Pattern.compile("`(\\w+)` \\((\\d+)\\)");
        List<MatchResult> found = code.matcher(row.cells().get(4)).results().toList();
        assertEquals(row.code(4).size(), found.size());
        for (MatchResult match : found) {
            assertEquals(CurlCode.valueOf(match.group(1)).number(), Integer.parseInt(match.group(2)));
        }
    }

    static List<List<String>> otherRows() {
        return COOKBOOK.table("Other callbacks");
    }

    @Test
    void everyOtherOptionThatTakesACallbackHasOneRow() {
        Set<String> keys = Stream.<Class<?>>of(MultiOption.class, ShareOption.class)
                .flatMap(keyType -> Arrays.stream(keyType.getFields()))
                .filter(field -> field.getGenericType() instanceof ParameterizedType type
                        && type.getActualTypeArguments()[0] instanceof Class<?> value
                        && value.getPackageName().endsWith(".callback"))
                .map(field -> field.getDeclaringClass().getSimpleName() + "." + field.getName())
                .collect(Collectors.toSet());
        List<String> named = otherRows().stream()
                .map(cells -> Readme.code(cells.getFirst()).getFirst())
                .filter(name -> name.contains("Option."))
                .toList();
        assertEquals(6, keys.size(), keys::toString);
        assertEquals(keys, Set.copyOf(named));
        assertEquals(keys.size(), named.size());
    }

    @ParameterizedTest
    @MethodSource("otherRows")
    void theTestOfEveryOtherRowExists(List<String> cells) {
        String test = Readme.code(cells.getLast()).getFirst();
        assertTrue(Files.isRegularFile(CALLBACK_TESTS.resolveSibling(test + ".java")), test);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theTestOfEveryRowKeepsTheContractOfAllCallbacks(Row row) throws ReflectiveOperationException {
        Class<?> contract = Class.forName("io.github.curlffm.callback.CallbackContract");
        assertFalse(row.code(5).isEmpty());
        for (String name : row.code(5)) {
            Class<?> test = Class.forName(contract.getPackageName() + "." + name);
            assertTrue(contract.isAssignableFrom(test), name);
        }
    }
}
