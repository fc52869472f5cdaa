package io.github.curlffm;

import io.github.curlffm.option.Info;
import io.github.curlffm.option.Option;
import java.util.Locale;

/** Which host a handle is about to connect to: those with the same one are to be in the same thread of a loop. */
final class LoopHost {

    private LoopHost() {}

    /** {@return the host, as the URL has it; null where it cannot be told} */
    static String of(Easy easy) {
        if (easy.options.attachments().held(Option.CURLU) instanceof CurlUrl url) {
            try {
                return url.get(CurlUrl.Part.HOST);
            } catch (CurlUrlException | IllegalStateException e) { // it has none, or is in use
                return null;
            }
        }
        String url = easy.get(Info.EFFECTIVE_URL);
        return url == null || url.isEmpty() ? null : ofUrl(url);
    }

    private static String ofUrl(String url) {
        int scheme = url.indexOf("://");
        int begin = scheme < 0 ? 0 : scheme + "://".length();
        int end = begin;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String authority = url.substring(begin, end);
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int port = host.lastIndexOf(':');
        return (port > host.lastIndexOf(']') ? host.substring(0, port) : host).toLowerCase(Locale.ROOT);
    }
}
