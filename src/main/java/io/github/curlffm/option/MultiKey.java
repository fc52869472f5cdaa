package io.github.curlffm.option;

import io.github.curlffm.internal.key.Family;
import io.github.curlffm.internal.key.Kind;
import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.internal.key.Trait;

/** An option of a multi. */
final class MultiKey<T> extends OptionRow implements MultiOption<T> {

    MultiKey(Kind kind, String name, int number, String since, Trait... traits) {
        super(Family.MULTI, kind, name, number, since, traits);
    }

    /** By its number. */
    MultiKey(Kind kind, String name, int number) {
        super(Family.MULTI, kind, name, number, (OptionRow) Known.row(MultiOption.class, number));
    }
}
