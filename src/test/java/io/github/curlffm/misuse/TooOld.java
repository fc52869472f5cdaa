package io.github.curlffm.misuse;

import io.github.curlffm.Curl;
import io.github.curlffm.testing.Loaded;
import java.util.Map;

/** The methods that older libcurls, or builds without WebSocket, do not have: they say so, whatever else is wrong. */
final class TooOld {

    private static final Map<String, String> SINCE = Map.of(
            "Easy.duplicate()", "8.5.0", // a handle with a blob or COOKIEFILE, with the memory functions of Cells
            "Easy.sslsExport(SslsExportCallback)", "8.12.0",
            "Easy.sslsImport(SslsExportCallback.Session)", "8.12.0",
            "Easy.upkeep()", "8.10.0",
            "Multi.get(MultiInfo)", "8.16.0",
            "Multi.notifyDisable(NotifyCallback.Notification)", "8.17.0",
            "Multi.notifyEnable(NotifyCallback.Notification)", "8.17.0",
            "Multi.waitfds()", "8.8.0",
            "Curl.trace(String)", "8.3.0",
            "WebSocket.startFrame(Set,long)", "8.16.0");

    private TooOld() {}

    /** {@return whether a method may answer that libcurl is too old for it} */
    static boolean may(String method) {
        boolean noWebSocket = !Curl.version().protocols().contains("ws");
        return method.startsWith("WebSocket.") && noWebSocket
                || SINCE.containsKey(method) && !Loaded.isAtLeast(SINCE.get(method));
    }
}
