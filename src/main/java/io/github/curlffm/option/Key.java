package io.github.curlffm.option;

/**
 * What options and infos have in common: libcurl's name and number, and the libcurl that brought them.
 *
 * <p>A few keys are in two tables, as {@code CERTINFO} is an option and an info. Each is one constant, of a type such as
 * {@link OptionAndInfo}, and has the number and the version of the option of an easy handle; a method such as
 * {@link OptionAndInfo#info()} gives the other.
 */
public sealed interface Key permits Option, Info, MultiOption, ShareOption {

    /** {@return libcurl's name without its prefix, as in {@code "TIMEOUT_MS"}} */
    String name();

    /** {@return libcurl's number} */
    int number();

    /** {@return the first libcurl that has it, as in {@code "7.16.2"}; empty when unknown} */
    String since();

    /** {@return whether the value is a secret, which no message may show} */
    boolean isSecret();

    /** {@return the name as C programs write it, as in {@code "CURLOPT_TIMEOUT_MS"}} */
    @Override
    String toString();
}
