package io.github.curlffm.option;

/**
 * A key that is an option of an easy handle and an option of a share.
 *
 * <p>Its number and version are those of the easy handle's option.
 *
 * @param <E> the Java type of the value for an easy handle
 * @param <S> the Java type of the value for a share
 */
public sealed interface EasyAndShareOption<E, S> extends Option<E>, ShareOption<S> permits EasyShareKey {

    /** {@return the share's option alone, with its own number and version} */
    ShareOption<S> shareOption();
}
