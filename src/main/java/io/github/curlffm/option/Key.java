package io.github.curlffm.option;

/**
 * An option or an info: its name and number in libcurl, and the first libcurl that has it.
 *
 * <p>A few keys are in two tables: for example, {@code CERTINFO} is an option and an info. Such a key is one constant,
 * of a type such as {@link OptionAndInfo}. It has the number and the version of the easy handle's option; a method such
 * as {@link OptionAndInfo#info()} returns the other key.
 */
public sealed interface Key permits Option, Info, MultiOption, ShareOption {

    /** {@return libcurl's name without its prefix, for example {@code "TIMEOUT_MS"}} */
    String name();

    /** {@return libcurl's number} */
    int number();

    /** {@return the first libcurl that has it, for example {@code "7.16.2"}; empty if unknown} */
    String since();

    /** {@return whether the value is a secret, which no message may show} */
    boolean isSecret();

    /** {@return the name in C, for example {@code "CURLOPT_TIMEOUT_MS"}} */
    @Override
    String toString();
}
