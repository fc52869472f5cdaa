package io.github.curlffm.option;

/**
 * A key that is an option and an info: {@code set} takes one type, {@code get} gives the other.
 *
 * <p>Its number and version are the option's.
 *
 * @param <O> the Java type of the option's value
 * @param <I> the Java type of the info's answer
 */
public sealed interface OptionAndInfo<O, I> extends Option<O>, Info<I> permits OptionInfoKey {

    /** {@return the info alone, with its own number and version} */
    Info<I> info();
}
