package io.github.curlffm.option;

/** Whether GSS-API credentials are delegated: the values of {@link Option#GSSAPI_DELEGATION}. */
public enum GssApiDelegation implements Constant {
    /** Never. */
    NONE(0),
    /** If the service ticket allows it (OK-AS-DELEGATE). */
    POLICY_FLAG(1 << 0),
    /** Always. */
    FLAG(1 << 1);

    private final long number;

    GssApiDelegation(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
