package io.github.curlffm.option;

import io.github.curlffm.internal.key.InfoKind;
import io.github.curlffm.internal.key.InfoRow;
import io.github.curlffm.internal.key.Trait;

/** An info. */
final class InfoKey<T> extends InfoRow implements Info<T> {

    InfoKey(InfoKind kind, String name, int number, String since, Trait... traits) {
        this(kind, name, number, since, null, traits);
    }

    /** With the enum of the answer. */
    InfoKey(
            InfoKind kind,
            String name,
            int number,
            String since,
            Class<? extends Constant> constants,
            Trait... traits) {
        super(kind, name, number, since, constants, traits);
    }

    /** By its number. */
    InfoKey(InfoKind kind, String name, int number) {
        super(kind, name, number, (InfoRow) Known.row(Info.class, number));
    }
}
