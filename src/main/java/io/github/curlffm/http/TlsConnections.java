package io.github.curlffm.http;

import io.github.curlffm.Curl;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.PrereqCallback.Connection;
import io.github.curlffm.option.Info;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sessions of a client's connections: only the first request over one can be asked for its certificates. */
final class TlsConnections {

    private static final boolean HAVE_IDS = Curl.version().isAtLeast(8, 2, 0);

    /** More than a client keeps open; one that is forgotten is made anew. */
    private static final int MOST = 10_000;

    private final Map<Object, PeerSession> sessions = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, PeerSession> eldest) {
            return size() > MOST;
        }
    };

    /** {@return what no other open connection has; null if there is nothing} In a callback of the handle. */
    static Object key(Easy easy, Connection connection) {
        if (HAVE_IDS) {
            return easy.get(Info.CONN_ID);
        }
        return connection.localPort() > 0 ? connection : null;
    }

    synchronized PeerSession get(Object key) {
        return key == null ? null : sessions.get(key);
    }

    synchronized void put(Object key, PeerSession session) {
        if (key != null) {
            sessions.put(key, session);
        }
    }
}
