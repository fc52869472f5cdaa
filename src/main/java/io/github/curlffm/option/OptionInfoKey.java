package io.github.curlffm.option;

import io.github.curlffm.internal.key.Family;
import io.github.curlffm.internal.key.OptionRow;
import io.github.curlffm.internal.key.Row;

/** Two rows in one key; it is itself the row of the option. */
final class OptionInfoKey<O, I> extends OptionRow implements OptionAndInfo<O, I> {

    private final InfoKey<I> info;

    private OptionInfoKey(EasyKey<O> option, InfoKey<I> info) {
        super(option);
        this.info = info;
    }

    /** A method, since the verifier would load the class of a field, which makes the start slower. */
    static <O, I> OptionAndInfo<O, I> of(EasyKey<O> option, InfoKey<I> info) {
        return new OptionInfoKey<>(option, info);
    }

    @Override
    public Row in(Family table) {
        return table == Family.INFO ? info : super.in(table);
    }

    @Override
    public Info<I> info() {
        return info;
    }
}
