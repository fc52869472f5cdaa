package io.github.curlffm.callback;

import java.time.Instant;

/**
 * A file that matched an FTP wildcard, as the server's listing describes it.
 *
 * @param name the file's name
 * @param type the kind of file
 * @param time the modification time, or null if the listing has none that libcurl can parse
 * @param permissions the Unix permission bits, or -1 if unknown
 * @param uid the number of the owner, or -1 if unknown
 * @param gid the number of the group, or -1 if unknown
 * @param size the size in bytes, or -1 if unknown
 * @param hardlinks the number of hard links, or -1 if unknown
 * @param timeText the time as the listing has it, or null
 * @param permissionText the permissions as the listing has them, or null
 * @param user the owner as the listing has it, or null
 * @param group the group as the listing has it, or null
 * @param target the target of a symbolic link, or null
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

    /** The kind of a file. */
    public enum Type {
        /** A regular file. */
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
