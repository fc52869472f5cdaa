package io.github.curlffm.misuse;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every parameter of every public method and constructor given the most extreme values of its type. */
@Tag("slow")
class ExtremesTest {

    public static void main(String[] arguments) {
        try (Cells cells = new Cells()) {
            for (Class<?> type : Api.types()) {
                for (Api.Call call : Api.of(type)) {
                    for (int i = 0; i < call.executable().getParameterCount(); i++) {
                        int index = i;
                        Arguments.extremes(call, i)
                                .forEach((name, value) ->
                                        cells.cell(call.name() + " " + (index + 1) + " " + name, () -> {
                                            try (World world = new World("http://127.0.0.1:1/")) {
                                                Object[] values = Arguments.sensible(world, call);
                                                values[index] = value;
                                                Extremes.call(world, call, values);
                                            }
                                        }));
                    }
                }
            }
        }
    }

    private static final Pattern DOCUMENTED = Pattern.compile("done|IllegalArgumentException|CurlOptionException"
            + "|CurlUrlException|CurlException [A-Z_]+|CurlMultiException [A-Z_]+");

    /** Where a string is bytes with a length, or Java's alone: a zero byte does not end it. */
    private static final Pattern NUL_IS_FINE = Pattern.compile(
            "Curl\\.(un)?escape\\(String.*|.*\\.new\\(.*"
                    + "|MimePart\\.data\\(String\\)|Easy\\.headers?\\(String.*|PushHeaders\\.get\\(String\\)"
                    + "|(Info|Option|MultiOption|ShareOption)\\..*|Easy\\.set\\(Option,String\\)|WebSocket\\..*|CertInfo\\.values\\(String\\)");

    private static boolean isExpected(String cell, String outcome) {
        String call = cell.replaceFirst(" .*", "");
        if (cell.endsWith("with null")) {
            boolean holdsIt = NullsTest.RECORDS.contains(call) && outcome.equals(Cells.DONE);
            boolean chars =
                    call.endsWith("char[])") && outcome.equals("IllegalArgumentException"); // which hold no null
            return holdsIt || chars || outcome.equals("NullPointerException") || TooOld.may(call);
        } else if (cell.endsWith(Arguments.NUL) && outcome.equals(Cells.DONE)) {
            return NUL_IS_FINE.matcher(call).matches();
        } else if (outcome.equals("UnsupportedOperationException")) {
            return TooOld.may(call) || cell.matches("CurlUrl.*CurlUrl.Flag\\[]\\) \\d all");
        } else if (outcome.equals("OutOfMemoryError")) {
            return cell.matches("Curl.escape\\(String(,Charset)?\\) 1 huge"); // libcurl 7.88.1, as is documented there
        }
        return DOCUMENTED.matcher(outcome).matches()
                || call.startsWith("Sockets.") && outcome.matches("(Interrupted)?IOException");
    }

    @Test
    void haveADocumentedOutcome() throws Exception {
        Matrix.of(ExtremesTest.class).check(250, ExtremesTest::isExpected);
    }
}
