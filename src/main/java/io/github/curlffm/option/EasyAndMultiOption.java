package io.github.curlffm.option;

/**
 * A key that is an option of an easy handle and an option of a multi.
 *
 * <p>Its number and version are those of the easy handle's option.
 *
 * @param <E> the Java type of the value for an easy handle
 * @param <M> the Java type of the value for a multi
 */
public sealed interface EasyAndMultiOption<E, M> extends Option<E>, MultiOption<M> permits EasyMultiKey {

    /** {@return the multi's option alone, with its own number and version} */
    MultiOption<M> multiOption();
}
