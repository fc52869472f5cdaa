package io.github.curlffm.internal.key;

/** The tables of keys, by the kind of handle. */
public enum Family {
    /** Options of an easy handle. */
    EASY("CURLOPT_"),
    /** Infos of an easy handle. */
    INFO("CURLINFO_"),
    /** Options of a multi. */
    MULTI("CURLMOPT_"),
    /** Options of a share. */
    SHARE("CURLSHOPT_");

    private final String prefix;

    Family(String prefix) {
        this.prefix = prefix;
    }

    /** {@return the prefix of the names of the table in C} */
    public String prefix() {
        return prefix;
    }
}
