package io.github.curlffm;

import io.github.curlffm.callback.SslsExportCallback;
import io.github.curlffm.internal.c.C;
import io.github.curlffm.internal.c.Text;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** TLS sessions: passes a Java value to libcurl. */
final class EasySessions {

    private EasySessions() {}

    /** {@return libcurl's code} */
    static int take(Easy easy, SslsExportCallback.Session session, Arena arena) {
        MemorySegment key = MemorySegment.NULL;
        if (session.sessionKey() != null) {
            Text.Refusal refusal = Text.refusal("the key of a TLS session", session.sessionKey());
            key = C.terminated(easy.state.text().line(session.sessionKey(), refusal), arena);
        }
        MemorySegment shmac = session.shmac() == null
                ? MemorySegment.NULL
                : arena.allocateFrom(ValueLayout.JAVA_BYTE, session.shmac());
        MemorySegment data = arena.allocateFrom(ValueLayout.JAVA_BYTE, session.data());
        return curl_ffm_h.curl_easy_ssls_import(easy.pointer(), key, shmac, shmac.byteSize(), data, data.byteSize());
    }
}
