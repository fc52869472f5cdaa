package io.github.curlffm;

import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.key.Family;
import io.github.curlffm.internal.key.InfoRow;
import io.github.curlffm.internal.key.Kind;
import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.internal.key.Row;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.MultiOption;
import io.github.curlffm.option.Option;
import io.github.curlffm.option.ShareOption;

/** From a key to its row: to the one of the table that is meant, for a key may be in two. */
final class Rows {

    private Rows() {}

    static OptionRow of(Option<?> option) {
        return (OptionRow) ((Row) option).in(Family.EASY);
    }

    static InfoRow of(Info<?> info) {
        return (InfoRow) ((Row) info).in(Family.INFO);
    }

    static OptionRow of(MultiOption<?> option) {
        return (OptionRow) ((Row) option).in(Family.MULTI);
    }

    static OptionRow of(ShareOption<?> option) {
        return (OptionRow) ((Row) option).in(Family.SHARE);
    }

    /**
     * {@return the row of an option that libcurl knows under the same type, or not at all}
     *
     * <p>Given a string where it takes a list, or one that it does not copy, libcurl would crash.
     *
     * @throws CurlOptionException when it was made by a number that is another type's
     */
    static OptionRow ofItsType(Option<?> key) {
        OptionRow option = of(key);
        if (option.since().isEmpty() && !fits(option.kind(), Library.optionType(option.number()))) {
            throw CurlOptionException.bad(
                    option,
                    "of the type " + option.kind(),
                    "the option of the number " + option.number() + " is of another");
        }
        return option;
    }

    private static boolean fits(Kind kind, int type) {
        return type < 0 // which is for libcurl to say
                || switch (kind) {
                    case LONG -> type == curl_ffm_h.CURLOT_LONG() || type == curl_ffm_h.CURLOT_VALUES();
                    case OFF_T -> type == curl_ffm_h.CURLOT_OFF_T();
                    case STRING -> type == curl_ffm_h.CURLOT_STRING();
                    case SLIST -> type == curl_ffm_h.CURLOT_SLIST();
                    case BLOB -> type == curl_ffm_h.CURLOT_BLOB();
                    default -> false;
                };
    }
}
