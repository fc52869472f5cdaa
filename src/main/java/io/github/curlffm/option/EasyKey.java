package io.github.curlffm.option;

import io.github.curlffm.internal.key.Family;
import io.github.curlffm.internal.key.Kind;
import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.internal.key.Trait;

/** An option of an easy handle, and of nothing else. */
final class EasyKey<T> extends OptionRow implements Option<T> {

    EasyKey(Kind kind, String name, int number, String since, Trait... traits) {
        super(Family.EASY, kind, name, number, since, traits);
    }

    /** By its number. */
    EasyKey(Kind kind, String name, int number) {
        super(Family.EASY, kind, name, number, (OptionRow) Known.row(Option.class, number));
    }
}
