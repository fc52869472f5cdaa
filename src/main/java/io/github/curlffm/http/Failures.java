package io.github.curlffm.http;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlException;
import io.github.curlffm.http.ResponseHead.Head;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** What java.net.http throws, for what libcurl says; libcurl's exception is always among the causes. */
final class Failures {

    /** What failed, and how far it had come. */
    interface Where {
        /** {@return how far it had come, in words} */
        String whereItIs();

        /** {@return a message of libcurl's with what may be the reason} */
        String explained(String message);
    }

    private Failures() {}

    /** {@return what a transfer that failed is told as} */
    static Throwable of(CurlException e, Where where) {
        if (e instanceof CallbackException && e.getCause() != null) {
            return e.getCause();
        }
        return switch (e.code()) {
            case COULDNT_RESOLVE_HOST, COULDNT_RESOLVE_PROXY ->
                with(new ConnectException(e.getMessage()), with(new UnresolvedAddressException(), e));
            case COULDNT_CONNECT, INTERFACE_FAILED -> with(new ConnectException(e.getMessage()), e);
            case OPERATION_TIMEDOUT ->
                isOnTheWay(e) ? with(new HttpTimeoutException(e.getMessage()), e) : connectTimeout(e);
            case SSL_CONNECT_ERROR,
                    PEER_FAILED_VERIFICATION,
                    SSL_CERTPROBLEM,
                    SSL_CIPHER,
                    SSL_CACERT_BADFILE,
                    SSL_ISSUER_ERROR,
                    SSL_INVALIDCERTSTATUS,
                    SSL_PINNEDPUBKEYNOTMATCH,
                    SSL_CLIENTCERT -> with(new SSLHandshakeException(where.explained(e.getMessage())), e);
            case GOT_NOTHING, RECV_ERROR, SEND_ERROR, SEND_FAIL_REWIND, PARTIAL_FILE ->
                new IOException(message(e, where), with(new EOFException("EOF reached while reading"), e));
            case WEIRD_SERVER_REPLY, UNSUPPORTED_PROTOCOL, TOO_LARGE ->
                with(new ProtocolException(message(e, where)), e);
            case HTTP2, HTTP2_STREAM ->
                isForbidden(e) ? with(new ProtocolException(e.getMessage()), e) : new IOException(e.getMessage(), e);
            default -> new IOException(e.getMessage(), e);
        };
    }

    /** {@return whether nghttp2 has seen what a server must not send}; libcurl has one code for that and for the end of a stream. */
    private static boolean isForbidden(CurlException e) {
        return e.getMessage().contains("invalid frame") || e.getMessage().contains("Invalid HTTP header");
    }

    /** {@return whether the time was up when the connection stood}; libcurl has one code for that and for before. */
    private static boolean isOnTheWay(CurlException e) {
        return e.getMessage().contains("(Operation t"); // timed out, or too slow; else resolving or connecting has
    }

    /** {@return whether the connection ended before a response began} */
    static boolean isEndOfStream(Throwable thrown) {
        return thrown.getCause() instanceof EOFException;
    }

    private static String message(CurlException e, Where where) {
        return where.explained(where.whereItIs() + ": " + e.getMessage());
    }

    /** {@return that a server has said goodbye in the middle of a head, which libcurl takes for its end} */
    static IOException noHead(Where where) {
        return new IOException(where.whereItIs(), new EOFException("EOF reached while reading"));
    }

    /** {@return how far a response has come, in the words of the JDK's client, where it has some} */
    static String whereItIs(Head head, boolean hasBytes, long received) {
        if (head != null) {
            return head.headers()
                    .firstValue("Content-Length")
                    .map(length -> "closed: fixed content-length: " + length + ", bytes received: " + received)
                    .orElse("closed: chunked transfer encoding, bytes received: " + received);
        }
        return hasBytes
                ? "HTTP/1.1 header parser: EOF within a header"
                : "HTTP/1.1 header parser received no bytes, or less than a status line";
    }

    /** {@return that no connection could be made in time} */
    static HttpTimeoutException connectTimeout(Throwable cause) {
        String message = "HTTP connect timed out";
        return with(new HttpConnectTimeoutException(message), with(new ConnectException(message), cause));
    }

    /** {@return that a request took too long} */
    static HttpTimeoutException requestTimeout(boolean isConnected) {
        return isConnected ? new HttpTimeoutException("request timed out") : connectTimeout(null);
    }

    private static <T extends Throwable> T with(T thrown, Throwable cause) {
        if (cause != null) {
            thrown.initCause(cause);
        }
        return thrown;
    }

    /** {@return what a call fails with, as the contract of sendAsync says}: an IOException, unless it was cancelled, or is an error */
    static Throwable ofCall(Throwable thrown) {
        boolean isTold = thrown instanceof IOException
                || thrown instanceof Error
                || thrown instanceof CancellationException
                || thrown instanceof IllegalArgumentException;
        return isTold ? thrown : new IOException(thrown.getMessage(), thrown);
    }

    /** {@return an exception of the same kind with the stack of this thread, which has waited; the first one is its cause} */
    static IOException here(Throwable thrown) {
        switch (thrown) {
            case IllegalArgumentException e -> throw new IllegalArgumentException(e.getMessage(), e);
            case SecurityException e -> throw new SecurityException(e.getMessage(), e);
            case CancellationException e -> throw e;
            case HttpConnectTimeoutException e -> {
                return same(e, HttpConnectTimeoutException::new);
            }
            case HttpTimeoutException e -> {
                return same(e, HttpTimeoutException::new);
            }
            case ConnectException e -> {
                return same(e, ConnectException::new);
            }
            case SSLHandshakeException e -> {
                return same(e, SSLHandshakeException::new);
            }
            case SSLException e -> {
                return same(e, SSLException::new);
            }
            case ProtocolException e -> {
                return same(e, ProtocolException::new);
            }
            default -> {
                return new IOException(thrown.getMessage(), thrown);
            }
        }
    }

    private static <T extends IOException> T same(T thrown, Function<String, T> another) {
        return with(another.apply(thrown.getMessage()), thrown);
    }
}
