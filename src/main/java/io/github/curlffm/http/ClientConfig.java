package io.github.curlffm.http;

import io.github.curlffm.Easy;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What a client was built with; null for what was not said.
 *
 * @param tls never null
 * @param redirect never null
 * @param version never null
 * @param priority 0 if it was not said
 * @param decompresses whether bodies are told that libcurl has decompressed
 * @param customs what sets further options of each handle, in this order
 */
record ClientConfig(
        CookieHandler cookies,
        Duration connectTimeout,
        Tls tls,
        Executor executor,
        Redirect redirect,
        Version version,
        int priority,
        ProxySelector proxy,
        Authenticator authenticator,
        InetAddress localAddress,
        boolean decompresses,
        List<Consumer<? super Easy>> customs) {}
