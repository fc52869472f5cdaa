package io.github.curlffm.soak;

import java.io.IOException;

/** What lambdas throw, each its own: it must arrive somewhere. */
sealed interface Mark {

    /** An unchecked one. */
    final class OfRuntime extends RuntimeException implements Mark {
        private static final long serialVersionUID = 1L;
    }

    /** A checked one. */
    final class OfIO extends IOException implements Mark {
        private static final long serialVersionUID = 1L;
    }

    /** An Error. */
    final class OfError extends Error implements Mark {
        private static final long serialVersionUID = 1L;
    }
}
