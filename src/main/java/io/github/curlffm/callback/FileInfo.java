package io.github.curlffm.callback;

import java.time.Instant;

/**
 * A file that matched an FTP wildcard, as the server's listing describes it.
 *
 * @param name the file's name
 * @param type what it is
 * @param time when it was changed, or null when the listing did not say in a form that libcurl could read
 * @param permissions the Unix permission bits, or -1 when unknown
 * @param uid the number of the owner, or -1 when unknown
 * @param gid the number of the group, or -1 when unknown
 * @param size bytes, or -1 when unknown
 * @param hardlinks how many names it has, or -1 when unknown
 * @param timeText the time as the listing has it, or null
 * @param permissionText the permissions as the listing has them, or null
 * @param user the owner as the listing has it, or null
 * @param group the group as the listing has it, or null
 * @param target where a symbolic link leads, or null
 */
public record FileInfo(
        String name,
        Type type,
        Instant time,
        int permissions,
        int uid,
        int gid,
        long size,
        long hardlinks,
        String timeText,
        String permissionText,
        String user,
        String group,
        String target) {

    /** What a file is. */
    public enum Type {
        /** A file. */
        FILE,
        /** A directory. */
        DIRECTORY,
        /** A symbolic link. */
        SYMLINK,
        /** A block device. */
        DEVICE_BLOCK,
        /** A character device. */
        DEVICE_CHAR,
        /** A named pipe. */
        NAMEDPIPE,
        /** A socket. */
        SOCKET,
        /** A door, as Solaris has them. */
        DOOR,
        /** Something else. */
        UNKNOWN
    }
}
