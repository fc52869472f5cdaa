package io.github.curlffm.option;

import io.github.curlffm.internal.key.Family;
import io.github.curlffm.internal.key.Kind;
import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.internal.key.Trait;

/** An option of a share. */
final class ShareKey<T> extends OptionRow implements ShareOption<T> {

    private static final int USERDATA = 5;

    ShareKey(Kind kind, String name, int number, String since, Trait... traits) {
        super(Family.SHARE, kind, name, number, since, traits);
    }

    /** By its number. */
    ShareKey(Kind kind, String name, int number) {
        super(Family.SHARE, kind, name, number, ofNumber(name, number));
    }

    /** Options of a share have no ranges: only the table knows which are functions. */
    private static OptionRow ofNumber(String name, int number) {
        OptionRow known = (OptionRow) Known.row(ShareOption.class, number);
        if (number == USERDATA || known != null && known.kind() == Kind.FUNCTION) {
            throw new IllegalArgumentException("CURLSHOPT_" + name + ": " + number + " takes no number, but a pointer");
        }
        return known;
    }
}
