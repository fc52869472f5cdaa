package io.github.curlffm.option;

import io.github.curlffm.internal.key.Family;
import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.internal.key.Row;

/** Two rows in one key; it is itself the row of the option. */
final class EasyMultiKey<E, M> extends OptionRow implements EasyAndMultiOption<E, M> {

    private final MultiKey<M> multiOption;

    private EasyMultiKey(EasyKey<E> option, MultiKey<M> multiOption) {
        super(option);
        this.multiOption = multiOption;
    }

    /** A method, since the verifier would load the class of a field, which makes the start slower. */
    static <E, M> EasyAndMultiOption<E, M> of(EasyKey<E> option, MultiKey<M> multiOption) {
        return new EasyMultiKey<>(option, multiOption);
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
