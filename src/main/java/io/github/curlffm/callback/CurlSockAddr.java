package io.github.curlffm.callback;

import java.net.SocketAddress;

/**
 * The address that libcurl is about to connect to, with the arguments of the C function {@code socket}.
 *
 * <p>An IPv4-mapped IPv6 address, for example {@code ::ffff:127.0.0.1}, stays an {@link java.net.Inet6Address}, which
 * Java does not take for a loopback or local address. To block addresses, get the IPv4 address by
 * {@code InetAddress.getByAddress(inet6.getAddress())}.
 *
 * @param family the address family, the operating system's number ({@code AF_INET}, ...)
 * @param socktype the kind of socket, the operating system's number ({@code SOCK_STREAM}, ...)
 * @param protocol the protocol, the operating system's number ({@code IPPROTO_TCP}, ...)
 * @param address an {@link java.net.InetSocketAddress} (IPv4 or IPv6), a {@link java.net.UnixDomainSocketAddress}, or
 *     an {@link OtherAddress} that Java has no class for, for example an abstract Unix socket
 */
public record CurlSockAddr(int family, int socktype, int protocol, SocketAddress address) {}
