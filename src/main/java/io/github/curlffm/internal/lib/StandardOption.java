package io.github.curlffm.internal.lib;

import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.util.Map;

/**
 * The numbers of an option of Java's in C, which are the system's.
 *
 * @param level the level
 * @param number the option
 */
public record StandardOption(int level, int number) {

    private static final int IPPROTO_IP = 0;
    private static final int IPPROTO_TCP = 6;

    private static final Map<SocketOption<?>, StandardOption> LINUX = Map.of(
            StandardSocketOptions.SO_REUSEADDR, new StandardOption(1, 2),
            StandardSocketOptions.SO_BROADCAST, new StandardOption(1, 6),
            StandardSocketOptions.SO_SNDBUF, new StandardOption(1, 7),
            StandardSocketOptions.SO_RCVBUF, new StandardOption(1, 8),
            StandardSocketOptions.SO_KEEPALIVE, new StandardOption(1, 9),
            StandardSocketOptions.SO_REUSEPORT, new StandardOption(1, 15),
            StandardSocketOptions.TCP_NODELAY, new StandardOption(IPPROTO_TCP, 1),
            StandardSocketOptions.IP_TOS, new StandardOption(IPPROTO_IP, 1));

    private static final int SOL_SOCKET_ON_MACOS = 0xffff;

    private static final Map<SocketOption<?>, StandardOption> MACOS = Map.of(
            StandardSocketOptions.SO_REUSEADDR, new StandardOption(SOL_SOCKET_ON_MACOS, 0x4),
            StandardSocketOptions.SO_KEEPALIVE, new StandardOption(SOL_SOCKET_ON_MACOS, 0x8),
            StandardSocketOptions.SO_BROADCAST, new StandardOption(SOL_SOCKET_ON_MACOS, 0x20),
            StandardSocketOptions.SO_REUSEPORT, new StandardOption(SOL_SOCKET_ON_MACOS, 0x200),
            StandardSocketOptions.SO_SNDBUF, new StandardOption(SOL_SOCKET_ON_MACOS, 0x1001),
            StandardSocketOptions.SO_RCVBUF, new StandardOption(SOL_SOCKET_ON_MACOS, 0x1002),
            StandardSocketOptions.TCP_NODELAY, new StandardOption(IPPROTO_TCP, 1),
            StandardSocketOptions.IP_TOS, new StandardOption(IPPROTO_IP, 3));

    /**
     * {@return the numbers of an option}
     *
     * @throws UnsupportedOperationException if it is not known for this system
     */
    public static StandardOption of(SocketOption<?> option) {
        Map<SocketOption<?>, StandardOption> known = switch (OperatingSystem.CURRENT) {
            case LINUX -> LINUX;
            case MACOS -> MACOS;
            case WINDOWS -> Map.of();
        };
        StandardOption standard = known.get(option);
        if (standard == null) {
            throw new UnsupportedOperationException("the option " + option.name()
                    + " is not known here; the form with the system's numbers sets any option that is an int");
        }
        return standard;
    }
}
