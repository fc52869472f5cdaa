package io.github.curlffm.http;

import io.github.curlffm.option.Auth;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A name and a password, and what is done with them.
 *
 * @param scheme {@code BASIC}, which is a field that this client writes, or one that libcurl knows how to do
 * @param isUtf8 whether the server wants them in UTF-8
 */
record Login(Auth scheme, String user, String password, boolean isUtf8) {

    boolean isField() {
        return scheme == Auth.BASIC;
    }

    String field() {
        Charset charset = isUtf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(charset));
    }

    @Override
    public String toString() {
        return "Login[" + scheme + "]";
    }
}
