package io.github.curlffm.soak;

import static io.github.curlffm.option.Option.*;

import io.github.curlffm.Easy;
import io.github.curlffm.option.Auth;
import io.github.curlffm.option.HstsCtrl;
import io.github.curlffm.option.HttpVersion;
import io.github.curlffm.option.Option;
import io.github.curlffm.option.RtspRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Options with values to set them to. */
final class Settings {

    /** An option and its values. */
    record Setting(Option<?> option, List<?> values) {
        @SuppressWarnings("unchecked") // of() has checked it
        void set(Easy easy, Actor actor) {
            easy.set((Option<Object>) option, actor.one(values));
        }
    }

    private static final String LONG = "x".repeat(100_000);

    static final List<Setting> ALL = List.of(
            of(POSTFIELDS, new byte[0], bytes("a=b"), new byte[100_000]),
            of(POSTFIELDSIZE_LARGE, -1L, 0L, 3L, 4L, 1_000_000L),
            of(COPYPOSTFIELDS, bytes("c=d"), new byte[1000]),
            of(HTTPHEADER, List.of(), List.of("A: b"), List.of("Expect:", "Transfer-Encoding: chunked", LONG)),
            of(PROXYHEADER, List.of("P: q")),
            of(HTTP200ALIASES, List.of("ICY", "HTTP/0.9")),
            of(QUOTE, List.of("PWD", "*NOOP")),
            of(POSTQUOTE, List.of("PWD")),
            of(MAIL_RCPT, List.of("a@b.c", "d")),
            of(RESOLVE, List.of("a.test:80:127.0.0.1"), List.of("-a.test:80"), List.of("nonsense")),
            of(CONNECT_TO, List.of("::127.0.0.1:"), List.of("nonsense")),
            of(UPLOAD, true, false),
            of(NOBODY, true, false),
            of(HTTPGET, true),
            of(POST, true, false),
            of(CUSTOMREQUEST, "ODD", "", LONG),
            of(FOLLOWLOCATION, 1L, 0L),
            of(MAXREDIRS, 0L, 3L, -1L),
            of(HTTP_VERSION, HttpVersion.values()),
            of(HTTPAUTH, Set.of(Auth.BASIC), Set.of(Auth.DIGEST, Auth.NTLM), Set.of()),
            of(USERPWD, "user:secret", ":"),
            of(ACCEPT_ENCODING, "", "gzip"),
            of(TRANSFER_ENCODING, true, false),
            of(HTTP09_ALLOWED, true, false),
            of(INFILESIZE_LARGE, -1L, 0L, 5L, 1L << 40),
            of(RESUME_FROM_LARGE, 0L, 3L, 1L << 40),
            of(RANGE, "0-3", "x"),
            of(COOKIEFILE, ""),
            of(COOKIE, "a=b"),
            of(COOKIELIST, "ALL", "SESS", "RELOAD", "Set-Cookie: c=d; domain=127.0.0.1"),
            of(HSTS_CTRL, Set.of(HstsCtrl.ENABLE), Set.of()),
            of(BUFFERSIZE, 1L, 1024L, 100_000L, 10_000_000L, -1L),
            of(UPLOAD_BUFFERSIZE, 1L, 16_384L, 2_000_000L),
            of(MAXFILESIZE_LARGE, 0L, 2L),
            of(MAX_RECV_SPEED_LARGE, 0L, 1000L),
            of(LOW_SPEED_LIMIT, 0L, 1_000_000L),
            of(LOW_SPEED_TIME, 0L, 1L),
            of(CONNECTTIMEOUT_MS, 0L, 10L),
            of(CONNECT_ONLY, 0L, 1L),
            of(FORBID_REUSE, true, false),
            of(FRESH_CONNECT, true, false),
            of(MAXCONNECTS, 0L, 1L, 5L),
            of(TCP_NODELAY, true, false),
            of(TCP_KEEPALIVE, true, false),
            of(HEADER, true, false),
            of(FAILONERROR, true, false),
            of(IGNORE_CONTENT_LENGTH, true, false),
            of(WILDCARDMATCH, true, false),
            of(TRANSFERTEXT, true, false),
            of(CRLF, true, false),
            of(PROXY, "", "http://127.0.0.1:1", "socks5://127.0.0.1:1"),
            of(HTTPPROXYTUNNEL, true, false),
            of(SSL_VERIFYPEER, true, false),
            of(CAINFO_BLOB, bytes("nonsense"), new byte[0]),
            of(RTSP_REQUEST, RtspRequest.values()),
            of(RTSP_STREAM_URI, "rtsp://127.0.0.1/x"),
            of(UNRESTRICTED_AUTH, true, false),
            of(EXPECT_100_TIMEOUT_MS, 0L, 20L),
            of(REFERER, "http://a/", LONG),
            of(USERAGENT, "soak", ""));

    private Settings() {}

    @SafeVarargs
    @SuppressWarnings("varargs") // copied at once
    private static <T> Setting of(Option<T> option, T... values) {
        return new Setting(option, Arrays.asList(values));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
