package io.github.curlffm;

import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.internal.key.Trait;
import io.github.curlffm.option.Follow;
import io.github.curlffm.option.Option;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Values in a form that Java users have: how they become a value of the option's own type. */
final class OtherForms {

    private OtherForms() {}

    /** {@return a time in the unit of the option} A part of a unit counts as one: 0 would mean something else. */
    static long number(Option<Long> option, Duration time) {
        OptionRow row = Rows.ofItsType(option);
        TimeUnit unit =
                row.has(Trait.SECONDS) ? TimeUnit.SECONDS : row.has(Trait.MILLISECONDS) ? TimeUnit.MILLISECONDS : null;
        if (unit == null) {
            throw CurlOptionException.bad(row, time, "it is not a length of time, so it takes a number");
        }
        if (time.isNegative()) {
            throw CurlOptionException.bad(row, time, "it cannot be negative; a special value is set as a number");
        }
        long whole = unit.convert(time); // the most that there is if it is longer
        return time.compareTo(Duration.of(whole, unit.toChronoUnit())) > 0 && whole < Long.MAX_VALUE
                ? whole + 1
                : whole;
    }

    /** {@return the number that a constant of {@code FOLLOWLOCATION} stands for} */
    static long number(Option<Long> option, Follow follow) {
        OptionRow row = Rows.ofItsType(option);
        if (row.number() != Option.FOLLOWLOCATION.number()) {
            throw CurlOptionException.bad(row, follow, "only FOLLOWLOCATION takes it");
        }
        return follow.number();
    }

    /** {@return a URI as libcurl takes it: with ASCII characters only} */
    static String string(Option<String> option, URI uri) {
        OptionRow row = Rows.ofItsType(option);
        if (!row.has(Trait.URI)) {
            throw CurlOptionException.bad(row, uri, "it is not a URI, so it takes a string");
        }
        return uri.toASCIIString();
    }

    /** {@return the lines of headers} For libcurl, a header without a value ends with a semicolon. */
    static List<String> lines(Option<List<String>> option, Map<String, String> headers) {
        OptionRow row = Rows.ofItsType(option);
        if (!row.has(Trait.HEADERS)) {
            throw CurlOptionException.bad(row, headers, "it takes no headers, but a list of strings");
        }
        List<String> lines = new ArrayList<>();
        headers.forEach((name, value) -> {
            Objects.requireNonNull(value, () -> option + ": the value of " + name + " is null");
            if (name.isEmpty() || name.indexOf(':') >= 0 || name.indexOf(';') >= 0) {
                throw CurlOptionException.bad(
                        row, headers, "the name of header " + lines.size() + " is empty or has a : or ;");
            }
            lines.add(value.isBlank() ? name + ";" : name + ": " + value);
        });
        return lines;
    }
}
