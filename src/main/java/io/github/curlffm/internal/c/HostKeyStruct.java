package io.github.curlffm.internal.c;

import io.github.curlffm.callback.KnownHostKey;
import io.github.curlffm.internal.ffi.curl_khkey;
import java.lang.foreign.MemorySegment;
import java.util.Base64;

/** {@code struct curl_khkey}: raw bytes when it has a length, else base64 up to a zero byte. */
public final class HostKeyStruct {

    private static final KnownHostKey.Type[] TYPES = KnownHostKey.Type.values();

    private HostKeyStruct() {}

    public static KnownHostKey read(MemorySegment pointer) {
        if (pointer.address() == 0) {
            return null;
        }
        MemorySegment struct = C.struct(pointer, curl_khkey.layout());
        MemorySegment key = curl_khkey.key(struct);
        long length = curl_khkey.len(struct);
        byte[] bytes =
                length > 0 ? C.bytes(key, length) : Base64.getMimeDecoder().decode(C.string(key));
        return new KnownHostKey(type(curl_khkey.keytype(struct)), bytes);
    }

    public static KnownHostKey.Type type(int number) {
        return number >= 0 && number < TYPES.length ? TYPES[number] : KnownHostKey.Type.UNKNOWN;
    }
}
