package io.github.curlffm.option;

import io.github.curlffm.internal.key.Family;
import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.internal.key.Row;

/** Two rows in one key; by itself it is the option's. */
final class EasyShareKey<E, S> extends OptionRow implements EasyAndShareOption<E, S> {

    private final ShareKey<S> shareOption;

    EasyShareKey(EasyKey<E> option, ShareKey<S> shareOption) {
        super(option);
        this.shareOption = shareOption;
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
