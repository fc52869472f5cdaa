/**
 * libcurl for Java: every option, every info and every callback, on the Foreign Function and Memory API.
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
