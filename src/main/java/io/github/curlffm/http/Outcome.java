package io.github.curlffm.http;

import java.net.http.HttpResponse;
import java.util.function.Supplier;

/** Who is told what came of a call; the first to tell decides. */
interface Outcome<T> {

    /** The response is there. */
    void succeed(Supplier<HttpResponse<T>> response);

    /** There will be none. */
    void fail(Throwable thrown);
}
