/**
 * libcurl for Java: every option, every info and every callback, on the Foreign Function and Memory API.
 *
 * <pre>{@code
 * try (var curl = new Easy()) {
 *     String page = curl.set(URL, "https://www.example.com/").performString();
 * }
 * }</pre>
 *
 * <table class="striped">
 * <caption>Where things are</caption>
 * <thead><tr><th scope="col">What for</th><th scope="col">Classes</th></tr></thead>
 * <tbody>
 * <tr><th scope="row">one transfer at a time</th>
 *     <td>{@link io.github.curlffm.Easy}, its {@link io.github.curlffm.option.Option} and
 *     {@link io.github.curlffm.option.Info}</td></tr>
 * <tr><th scope="row">many at once, as futures</th><td>{@link io.github.curlffm.EventLoop}</td></tr>
 * <tr><th scope="row">many at once, in one thread of one's own</th>
 *     <td>{@link io.github.curlffm.Multi}, {@link io.github.curlffm.Message}, {@link io.github.curlffm.WaitFd},
 *     {@link io.github.curlffm.option.MultiOption}</td></tr>
 * <tr><th scope="row">a client of java.net.http</th><td>{@link io.github.curlffm.http.CurlHttpClient}</td></tr>
 * <tr><th scope="row">what libcurl calls</th>
 *     <td>the interfaces of {@link io.github.curlffm.callback}</td></tr>
 * <tr><th scope="row">data that handles share</th>
 *     <td>{@link io.github.curlffm.Share}, {@link io.github.curlffm.option.ShareOption}</td></tr>
 * <tr><th scope="row">forms and mails</th><td>{@link io.github.curlffm.Mime}, {@link io.github.curlffm.MimePart}</td></tr>
 * <tr><th scope="row">headers and cookies</th>
 *     <td>{@link io.github.curlffm.Header}, {@link io.github.curlffm.Cookie}</td></tr>
 * <tr><th scope="row">URLs</th><td>{@link io.github.curlffm.CurlUrl}</td></tr>
 * <tr><th scope="row">WebSockets</th>
 *     <td>{@link io.github.curlffm.WebSocket}, {@link io.github.curlffm.WsFrame}</td></tr>
 * <tr><th scope="row">certificates and keys of Java's</th><td>{@link io.github.curlffm.Pem}</td></tr>
 * <tr><th scope="row">the sockets themselves</th><td>{@link io.github.curlffm.Sockets}</td></tr>
 * <tr><th scope="row">libcurl as a whole: version, escaping, tracing</th><td>{@link io.github.curlffm.Curl}</td></tr>
 * <tr><th scope="row">what can go wrong</th>
 *     <td>{@link io.github.curlffm.CurlException}, {@link io.github.curlffm.CallbackException},
 *     {@link io.github.curlffm.CurlOptionException}, {@link io.github.curlffm.CurlMultiException},
 *     {@link io.github.curlffm.CurlUrlException}</td></tr>
 * </tbody>
 * </table>
 *
 * <p>The program that uses it grants native access with {@code --enable-native-access=io.github.curlffm} (module
 * path) or {@code --enable-native-access=ALL-UNNAMED} (class path).
 */
module io.github.curlffm {
    requires static java.net.http;

    exports io.github.curlffm;
    exports io.github.curlffm.callback;
    exports io.github.curlffm.http;
    exports io.github.curlffm.option;
}
