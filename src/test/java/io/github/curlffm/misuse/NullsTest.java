package io.github.curlffm.misuse;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every parameter of every public method and constructor given null. */
class NullsTest {

    public static void main(String[] arguments) {
        try (Cells cells = new Cells()) {
            for (Class<?> type : Api.types()) {
                for (Api.Call call : Api.of(type)) {
                    Arguments.nullable(call)
                            .forEach((name, index) -> cells.cell(call.name() + " " + name, () -> {
                                try (World world = new World("http://127.0.0.1:1/")) {
                                    Object[] values = Arguments.sensible(world, call);
                                    values[index] = null;
                                    Extremes.call(world, call, values);
                                }
                            }));
                }
            }
        }
    }

    /** What may be null, and what comes of it. */
    private static final Map<String, String> ALLOWED = Map.of(
            "MimePart.data(ReadCallback,long,SeekCallback,AutoCloseable) null for 3", Cells.DONE,
            "MimePart.data(ReadCallback,long,SeekCallback,AutoCloseable) null for 4", Cells.DONE,
            "Multi.assign(long,Object) null for 2", "CurlMultiException BAD_SOCKET");

    private static boolean isExpected(String cell, String outcome) {
        String call = cell.replaceFirst(" .*", "");
        if (outcome.equals("UnsupportedOperationException")) {
            return TooOld.may(call);
        }
        boolean madeOfNull = RECORDS.contains(call) && outcome.equals(Cells.DONE);
        return madeOfNull || outcome.equals(ALLOWED.getOrDefault(cell, "NullPointerException"));
    }

    /** They hold what libcurl says, and libcurl may say nothing. */
    static final Set<String> RECORDS = Api.types().stream()
            .filter(Class::isRecord)
            .flatMap(type -> Api.of(type).stream())
            .filter(Api.Call::isConstructor)
            .map(Api.Call::name)
            .collect(Collectors.toSet());

    @Test
    void isRefused() throws Exception {
        Matrix.of(NullsTest.class).check(130, NullsTest::isExpected);
    }
}
