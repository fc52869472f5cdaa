package io.github.curlffm.internal.key;

/** The tables that keys are in: what they are keys of. */
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

    /** {@return what the names of the table begin with in C} */
    public String prefix() {
        return prefix;
    }
}
