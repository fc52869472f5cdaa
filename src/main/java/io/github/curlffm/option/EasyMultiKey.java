package io.github.curlffm.option;

import io.github.curlffm.internal.key.Family;
import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.internal.key.Row;

/** Two rows in one key; by itself it is the option's. */
final class EasyMultiKey<E, M> extends OptionRow implements EasyAndMultiOption<E, M> {

    private final MultiKey<M> multiOption;

    EasyMultiKey(EasyKey<E> option, MultiKey<M> multiOption) {
        super(option);
        this.multiOption = multiOption;
    }

    @Override
    public Row in(Family table) {
        return table == Family.MULTI ? multiOption : super.in(table);
    }

    @Override
    public MultiOption<M> multiOption() {
        return multiOption;
    }
}
