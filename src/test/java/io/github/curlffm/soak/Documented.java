package io.github.curlffm.soak;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlException;
import io.github.curlffm.CurlMultiException;
import io.github.curlffm.CurlOptionException;
import io.github.curlffm.CurlUrlException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** What may come of a call, whatever a program does: everything else is a bug. */
final class Documented {

    private static final Pattern REFUSALS = Pattern.compile("this (\\w+ )?is closed"
            + "|this \\w+ is in use by another thread \\(.*"
            + "|this \\w+ is in an EventLoop \\(.*"
            + "|.* from inside a callback of .*"
            + "|.* is not for a handle in a Multi; remove it first"
            + "|.* is not in this EventLoop"
            + "|.* is not possible in a (thread of this EventLoop, which would wait for itself"
            + "|callback that has the turn of a share); do it in another thread"
            + "|this EventLoop has terminated"
            + "|.* cannot be (changed|unset) while .*"
            + "|.* is not possible while the stream of open\\(\\) is open; close the stream first"
            + "|the data of a MIME part, which a callback gives, are being sent by another .*"
            + "|libcurl is at the data of a share in this thread, .*"
            + "|libcurl before 8.7.0 overwrites memory when .*");

    private static final Pattern CLOSED_STREAMS = Pattern.compile("the stream is closed(, since its Easy is)?");

    private static final Pattern CLIENTS = Pattern.compile("closed|the request was cancelled|Invalid redirection: .*");

    private static final Pattern BAD_ARGUMENTS = Pattern.compile(".* is not in this multi"
            + "|curl_easy_header refused .*"
            + "|the \\w+ of a MIME part refused .*"
            + "|the subparts .*");

    /** What a lambda's own answer comes to, as the cause of a {@link CallbackException}. */
    private static final Pattern BAD_ANSWERS = Pattern.compile(".* returned null; it returns .*"
            + "|the data of a MIME part ended after .*"
            + "|READFUNCTION returned -?\\d+ for a buffer of .*"
            + "|a trailer has a line break or zero byte .*"
            + "|the HSTS entry.*"
            + "|OPENSOCKETFUNCTION answered use\\(.*"
            + "|a callback returned UNKNOWN, .*");

    private Documented() {}

    static boolean isDocumented(Throwable thrown) {
        return switch (thrown) {
            case Mark.OfError e -> true;
            case CallbackException e -> isCause(e.getCause());
            case CurlMultiException e -> e.getCause() == null || isCause(e.getCause());
            case CurlException e -> true;
            case CurlOptionException e -> true;
            case CurlUrlException e -> true;
            case HttpTimeoutException e -> true;
            case IOException e -> matches(CLOSED_STREAMS, e) || isOfClient(e);
            case UncheckedIOException e -> isDocumented(e.getCause());
            case CancellationException e -> true; // what a future was ended with from outside
            case TimeoutException e -> true;
            case RejectedExecutionException e -> e.getMessage().equals("this EventLoop is shut down");
            case UnsupportedOperationException e -> e.getMessage() != null;
            case IllegalStateException e -> matches(REFUSALS, e);
            case IllegalArgumentException e -> matches(BAD_ARGUMENTS, e);
            default -> false;
        };
    }

    /** A client says what libcurl says, and its own refusals. */
    private static boolean isOfClient(IOException thrown) {
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof CurlException || cause instanceof RejectedExecutionException) {
                return true;
            }
        }
        return matches(CLIENTS, thrown);
    }

    private static boolean isCause(Throwable cause) {
        boolean badAnswer = cause instanceof NullPointerException
                || cause instanceof EOFException
                || cause instanceof IllegalStateException
                || cause instanceof IllegalArgumentException;
        return cause instanceof Mark || badAnswer && matches(BAD_ANSWERS, cause) || isDocumented(cause);
    }

    private static boolean matches(Pattern pattern, Throwable thrown) {
        return thrown.getMessage() != null
                && pattern.matcher(thrown.getMessage().replace('\n', ' ')).matches();
    }
}
