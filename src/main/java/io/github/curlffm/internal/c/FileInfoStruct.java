package io.github.curlffm.internal.c;

import static io.github.curlffm.internal.ffi.curl_ffm_h.CURLFINFOFLAG_KNOWN_GID;
import static io.github.curlffm.internal.ffi.curl_ffm_h.CURLFINFOFLAG_KNOWN_HLINKCOUNT;
import static io.github.curlffm.internal.ffi.curl_ffm_h.CURLFINFOFLAG_KNOWN_PERM;
import static io.github.curlffm.internal.ffi.curl_ffm_h.CURLFINFOFLAG_KNOWN_SIZE;
import static io.github.curlffm.internal.ffi.curl_ffm_h.CURLFINFOFLAG_KNOWN_TIME;
import static io.github.curlffm.internal.ffi.curl_ffm_h.CURLFINFOFLAG_KNOWN_UID;

import io.github.curlffm.callback.FileInfo;
import io.github.curlffm.internal.ffi.curl_fileinfo;
import java.lang.foreign.MemorySegment;
import java.time.Instant;

/** {@code struct curl_fileinfo}: its flags say which fields libcurl filled. */
public final class FileInfoStruct {

    /** Before libcurl 8.21.0 other files have the stale pointer of an earlier file. */
    private static final int SYMLINK = FileInfo.Type.SYMLINK.ordinal();

    private static final FileInfo.Type[] TYPES = FileInfo.Type.values();

    private FileInfoStruct() {}

    public static FileInfo read(MemorySegment pointer, Text text) {
        MemorySegment struct = C.struct(pointer, curl_fileinfo.layout());
        MemorySegment strings = curl_fileinfo.strings(struct);
        int flags = curl_fileinfo.flags(struct);
        int type = curl_fileinfo.filetype(struct);
        return new FileInfo(
                text.string(curl_fileinfo.filename(struct)),
                type >= 0 && type < TYPES.length ? TYPES[type] : FileInfo.Type.UNKNOWN,
                known(flags, CURLFINFOFLAG_KNOWN_TIME()) && curl_fileinfo.time(struct) != 0
                        ? Instant.ofEpochSecond(curl_fileinfo.time(struct))
                        : null,
                known(flags, CURLFINFOFLAG_KNOWN_PERM()) ? curl_fileinfo.perm(struct) : -1,
                known(flags, CURLFINFOFLAG_KNOWN_UID()) ? curl_fileinfo.uid(struct) : -1,
                known(flags, CURLFINFOFLAG_KNOWN_GID()) ? curl_fileinfo.gid(struct) : -1,
                known(flags, CURLFINFOFLAG_KNOWN_SIZE()) ? curl_fileinfo.size(struct) : -1,
                known(flags, CURLFINFOFLAG_KNOWN_HLINKCOUNT()) ? curl_fileinfo.hardlinks(struct) : -1,
                text.string(curl_fileinfo.strings.time(strings)),
                text.string(curl_fileinfo.strings.perm(strings)),
                text.string(curl_fileinfo.strings.user(strings)),
                text.string(curl_fileinfo.strings.group(strings)),
                type == SYMLINK ? text.string(curl_fileinfo.strings.target(strings)) : null);
    }

    private static boolean known(int flags, int flag) {
        return (flags & flag) != 0;
    }
}
