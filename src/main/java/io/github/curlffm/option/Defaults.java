package io.github.curlffm.option;

import java.util.HashMap;
import java.util.Map;

/** libcurl's defaults of the options that take a number, where that is not 0: what {@code unset} goes back to. */
final class Defaults {

    private static final Map<String, Long> NUMBERS = new HashMap<>();

    static {
        put(
                1,
                "NOPROGRESS",
                "NOSIGNAL", // libcurl's is 0; ours is not
                "SSL_VERIFYPEER",
                "PROXY_SSL_VERIFYPEER",
                "DOH_SSL_VERIFYPEER",
                "SSL_SESSIONID_CACHE",
                "SSL_ENABLE_ALPN",
                "SSL_ENABLE_NPN",
                "TCP_NODELAY",
                "FTP_USE_EPSV",
                "FTP_USE_EPRT",
                "FTP_SKIP_PASV_IP",
                "HTTP_TRANSFER_DECODING",
                "HTTP_CONTENT_DECODING",
                "HEADEROPT",
                "HTTPAUTH",
                "PROXYAUTH",
                "LOCALPORTRANGE",
                "RTSP_REQUEST");
        put(2, "SSL_VERIFYHOST", "PROXY_SSL_VERIFYHOST", "DOH_SSL_VERIFYHOST");
        put(-1, "POSTFIELDSIZE", "POSTFIELDSIZE_LARGE", "INFILESIZE", "INFILESIZE_LARGE", "PROTOCOLS");
        put(-1, "SSH_AUTH_TYPES");
        put(1 | 2 | 4 | 8, "REDIR_PROTOCOLS");
        put(1 | 4, "SOCKS5_AUTH");
        put(1 << 4, "UPLOAD_FLAGS");
        put(4, "ALTSVC_CTRL"); // READONLYFILE and no protocol: off; 0 is refused
        put(5, "MAXCONNECTS");
        put(9, "TCP_KEEPCNT");
        put(16, "STREAM_WEIGHT");
        put(30, "MAXREDIRS");
        put(60, "DNS_CACHE_TIMEOUT", "TCP_KEEPIDLE", "TCP_KEEPINTVL");
        put(118, "MAXAGE_CONN");
        put(200, "HAPPY_EYEBALLS_TIMEOUT_MS");
        put(0644, "NEW_FILE_PERMS");
        put(0755, "NEW_DIRECTORY_PERMS");
        put(512, "TFTP_BLKSIZE");
        put(1000, "EXPECT_100_TIMEOUT_MS");
        put(16 * 1024, "BUFFERSIZE");
        put(60_000, "UPKEEP_INTERVAL_MS");
        put(64 * 1024, "UPLOAD_BUFFERSIZE");
        put(86_400, "CA_CACHE_TIMEOUT");
    }

    private Defaults() {}

    private static void put(long value, String... names) {
        for (String name : names) {
            NUMBERS.put(name, value);
        }
    }

    static long of(String name) {
        return NUMBERS.getOrDefault(name, 0L);
    }
}
