package io.github.curlffm.option;

import io.github.curlffm.internal.key.Family;
import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.internal.key.Row;

/** Two rows in one key; it is itself the row of the option. */
final class EasyShareKey<E, S> extends OptionRow implements EasyAndShareOption<E, S> {

    private final ShareKey<S> shareOption;

    private EasyShareKey(EasyKey<E> option, ShareKey<S> shareOption) {
        super(option);
        this.shareOption = shareOption;
    }

    /** A method, since the verifier would load the class of a field, which makes the start slower. */
    static <E, S> EasyAndShareOption<E, S> of(EasyKey<E> option, ShareKey<S> shareOption) {
        return new EasyShareKey<>(option, shareOption);
    }

    @Override
    public Row in(Family table) {
        return table == Family.SHARE ? shareOption : super.in(table);
    }

    @Override
    public ShareOption<S> shareOption() {
        return shareOption;
    }
}
