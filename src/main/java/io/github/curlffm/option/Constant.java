package io.github.curlffm.option;

/** A named number of libcurl's: what the value enums of this package have in common. */
public interface Constant {

    /** {@return the number that libcurl uses, a bit where the constants of an enum can be combined} */
    long value();
}
