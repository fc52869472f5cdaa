package io.github.curlffm.internal.c;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * File names as the bytes that the system has. A {@link Path} has these bytes, but its string is in the charset that
 * the JVM was started with. It loses names that this charset does not have, such as all non-ASCII names in a C locale.
 * Only the path's URI has every byte.
 */
public final class FileName {

    private static final int ASCII = 0x80;
    private static final int ESCAPE = 3;

    private FileName() {}

    /** {@return whether it is a path of the default file system, not for example of an archive} */
    public static boolean isSystems(Path path) {
        return path.getFileSystem() == FileSystems.getDefault();
    }

    /**
     * {@return the bytes of a name}
     *
     * @param path a path of the default file system
     */
    public static byte[] bytes(Path path) {
        String name = path.toString();
        if (name.chars().allMatch(c -> c < ASCII)) { // the URI would be absolute
            return name.getBytes(StandardCharsets.US_ASCII);
        }
        String uri = path.toUri().getRawPath();
        if (uri.endsWith("/") && !name.endsWith("/")) {
            uri = uri.substring(0, uri.length() - 1); // of a directory
        }
        return decoded(uri);
    }

    private static byte[] decoded(String uri) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(uri.length());
        for (int i = 0; i < uri.length(); i++) {
            if (uri.charAt(i) == '%') {
                bytes.write(HexFormat.fromHexDigits(uri, i + 1, i + ESCAPE));
                i += ESCAPE - 1;
            } else {
                bytes.write(uri.charAt(i));
            }
        }
        return bytes.toByteArray();
    }

    /**
     * {@return the path with a name}
     *
     * @throws IllegalArgumentException if Java cannot express it: relative, and not in the charset of the JVM
     */
    public static Path of(byte[] bytes) {
        String name = new String(bytes, StandardCharsets.ISO_8859_1);
        if (name.chars().allMatch(c -> c < ASCII)) {
            return Path.of(name);
        }
        if (!name.startsWith("/")) {
            return relative(bytes);
        }
        StringBuilder uri = new StringBuilder("file://");
        for (byte one : bytes) {
            uri.append(one == '/' ? "/" : "%" + HexFormat.of().toHexDigits(one));
        }
        return Path.of(URI.create(uri.toString()));
    }

    private static Path relative(byte[] bytes) {
        Path folder = Path.of("").toAbsolutePath();
        byte[] above = bytes(folder);
        byte[] all = new byte[above.length + 1 + bytes.length];
        System.arraycopy(above, 0, all, 0, above.length);
        all[above.length] = '/';
        System.arraycopy(bytes, 0, all, above.length + 1, bytes.length);
        return folder.relativize(of(all));
    }
}
